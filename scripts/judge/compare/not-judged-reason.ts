import type { CaseResult } from '../../model/run-result.ts';
import { type CheckSubject, isAbout, isJudged, isWanted, ofClauses, tells } from './judged-clauses.ts';

/** A case in a region, and what became of it; nothing where it was not sent there. */
export type CasePlace = {
  readonly name: string;
  readonly region: string;
  readonly result: CaseResult | undefined;
};

/** Why not all cases were judged; undefined where they were. */
export function whyNotJudged(places: readonly CasePlace[], subject: CheckSubject): string | undefined {
  if (places.length === 0) return 'no request that may be sent shows it';
  const [first, ...more] = places.filter(({ result }) => result === undefined || !isJudged(result, subject));
  if (first === undefined) return undefined;
  const rest = more.length === 0 ? '' : `; ${more.length} more of its cases were not judged`;
  return `${first.name} in ${first.region} ${wordsOn(first.result)}${rest}`;
}

function wordsOn(result: CaseResult | undefined): string {
  if (result === undefined) return 'was not sent';
  const { verdict, outcomes, reason } = result;
  const open = outcomes.find((one) => one.verdict === 'inconclusive')?.message ?? reason;
  const words = verdict === 'skipped' ? 'was not sent' : `is ${verdict}`;
  return open === undefined ? words : `${words} (${open})`;
}

/**
 * Why the judged cases don't tell whether the check holds; undefined where they do. An answer as wanted without data that
 * show the clause is no reason, if another answer shows it.
 */
export function whyNotMade(subject: CheckSubject, judged: readonly CaseResult[]): string | undefined {
  const { check, pointer } = subject;
  const openOf = ({ outcomes }: CaseResult) =>
    outcomes.find((one) => one.check === check && one.verdict === 'inconclusive' && isAbout(one, pointer));
  const other = judged.find(
    (one) =>
      !tells(one, subject) && !(ofClauses.has(check) && isWanted(one.outcomes) && openOf(one) === undefined),
  );
  if (other !== undefined) {
    const why = openOf(other)?.message ?? 'it went wrong otherwise';
    return `the check was not made on ${other.case} in ${other.region}: ${why}`;
  }
  const isMade = judged.some(
    (one) => tells(one, subject) && (check === 'http' || one.outcomes.some((each) => each.check === check)),
  );
  return isMade ? undefined : 'the check was not made, for no answer has what shows it';
}

/** Why the regions were not held against each other in all answers that a difference may come from. */
export function whyNotCompared(
  answers: readonly CaseResult[],
  regions: readonly string[],
): string | undefined {
  if (regions.length < 2) return 'there is but one region';
  const without = regions.find((region) => !answers.some((one) => one.region === region));
  if (without !== undefined) return `${without} gave no answer that could be compared`;
  const drifting = answers.find(({ verdict }) => verdict === 'drift');
  return drifting && `${drifting.case} in ${drifting.region} drifts, so that regions are not compared in it`;
}
