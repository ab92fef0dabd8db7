import { count } from '../base/words.ts';
import type { Accepted, Deviation, Finding, RunResult, Stale } from '../model/run-result.ts';
import { toDifferenceEvent } from './baseline-marks.ts';
import { toCauses } from './causes.ts';
import { joinDifferences } from './join-differences.ts';
import type { Event } from './terminal/briefly.ts';

/** Those that are no known deviations: what counts. */
export function unaccepted<T extends { readonly accepted?: Accepted }>(all: readonly T[]): T[] {
  return all.filter(({ accepted }) => accepted === undefined);
}

/** Why something is accepted, and how long. */
export function termOf({ reason, expires }: Accepted): string {
  return `${reason} (until ${expires})`;
}

/** What is accepted; of one clause under the words of the first. */
export function knownEvents({ findings, parity }: RunResult): Event[] {
  const accepted = findings.flatMap((one) => (one.accepted === undefined ? [] : [one]));
  const causes = toCauses(accepted).flatMap(({ first, same, also }) =>
    [...same, ...also.flat()].map((finding) => ofFinding(finding, first.message)),
  );
  const differences = joinDifferences(parity).flatMap((one) =>
    one.accepted === undefined ? [] : [{ ...toDifferenceEvent(one), more: termOf(one.accepted) }],
  );
  return [...causes, ...differences];
}

function ofFinding({ region, operationId, case: name, accepted }: Finding, message: string): Event {
  return { region, operationId, case: name, message, ...(accepted && { more: termOf(accepted) }) };
}

/** Entries of the table that are to be changed, and how. */
export function staleEvents({ stale = [] }: RunResult): Event[] {
  return stale.map((entry) => ({ ...placeOf(entry), message: `${entry.location}: ${adviceOn(entry)}` }));
}

export function adviceOn({ why, expires }: Stale): string {
  return why === 'no longer fails'
    ? 'it no longer fails. Remove it'
    : `it expired on ${expires}. Fix what it is about, or extend it`;
}

/** Entries of which the run does not tell. */
export function notToldEvents({ notTold = [] }: RunResult): Event[] {
  return notTold.map((entry) => ({ ...placeOf(entry), message: `${entry.location}: ${entry.why}` }));
}

function placeOf({ region, operation, case: name, check, pointer, message, reason }: Deviation) {
  const where = [check, name, pointer, message].filter((part) => part !== undefined).join(', ');
  return { region, operationId: operation, case: where, more: reason };
}

/** What is wrong with the table, in a sentence or two. */
export function staleSentences({ stale = [] }: RunResult): string[] {
  return (['no longer fails', 'has expired'] as const).flatMap((why) => {
    const number = stale.filter((entry) => entry.why === why).length;
    const words =
      number === 1 ? why : { 'no longer fails': 'no longer fail', 'has expired': 'have expired' }[why];
    return number === 0 ? [] : [`${count(number, 'known deviation')} ${words}.`];
  });
}
