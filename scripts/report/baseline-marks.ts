import type { Difference, RunResult, Since } from '../model/run-result.ts';

/** The mark before findings or differences that the baseline does not have; empty if it has them all. */
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
  const rest = open === 0 ? '' : `; ${open} could not be compared, because this run did not judge them`;
  return `Compared with the baseline: ${having('new')} new, ${having('known')} as before, ${gone} fixed${rest}.`;
}

/** What differs, and where. */
export function subjectOf({ what, where }: Difference): string {
  if (what === 'header') return `the header ${where}`;
  return where === undefined ? `the ${what}` : `the ${what} at ${where === '' ? 'its root' : where}`;
}
