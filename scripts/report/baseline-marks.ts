import type { Difference, Finding, RunResult, Since } from '../model/run-result.ts';
import { joinDifferences } from './join-differences.ts';
import type { Event } from './terminal/briefly.ts';

/** What stands before findings or differences that the baseline does not have; nothing where it has them all. */
export function markOf(all: readonly { readonly since?: Since }[]): string {
  const fresh = all.filter(({ since }) => since === 'new').length;
  if (fresh === 0) return '';
  return fresh === all.length ? 'new: ' : 'new in part: ';
}

/** How the findings and differences compare with those of the baseline, in a sentence; nothing without one. */
export function againstBaseline(result: RunResult): string | undefined {
  const { findings, parity, fixed, fixedParity = [], uncompared = [], uncomparedParity = [] } = result;
  if (fixed === undefined) return undefined;
  const all = [...findings, ...parity];
  const having = (since: Since): number => all.filter((one) => one.since === since).length;
  const gone = fixed.length + fixedParity.length;
  const open = uncompared.length + uncomparedParity.length;
  const rest = open === 0 ? '' : `; ${open} could not be compared, for this run did not judge them`;
  return `Against the baseline: ${having('new')} new, ${having('known')} as before, ${gone} fixed${rest}.`;
}

/** What the baseline has and this run has not. */
export function fixedEvents({ fixed = [], fixedParity = [] }: RunResult): Event[] {
  return [...fixed.map(ofFinding), ...joinDifferences(fixedParity).map(toDifferenceEvent)];
}

function ofFinding({ region, operationId, case: name, message }: Finding): Event {
  return { region, operationId, case: name, message };
}

/** That regions differ, as something that happened. */
export function toDifferenceEvent(difference: Difference): Event {
  const { operationId, case: name, regions } = difference;
  const message = `${subjectOf(difference)} differs`;
  return { region: Object.keys(regions).join(' against '), operationId, case: name, message };
}

/** What differs, and where. */
export function subjectOf({ what, where }: Difference): string {
  if (what === 'header') return `the header ${where}`;
  return where === undefined ? `the ${what}` : `the ${what} at ${where === '' ? 'its root' : where}`;
}
