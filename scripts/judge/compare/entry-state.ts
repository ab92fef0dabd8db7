import { isMorePlace } from '../../model/beyond-limit.ts';
import type { CaseResult, Deviation, Verdicts } from '../../model/run-result.ts';
import type { Asked } from './asked.ts';
import { type CheckSubject, isAbout, isJudged, isWanted, ofClauses, tells } from './judged-clauses.ts';
import { isAboutDifference, isAboutFinding, parityCheck } from './matches.ts';

/**
 * Whether what an entry is about is still there. That it holds is only said where all its cases were judged that a run
 * of everything would judge and that may tell, and the check was made and held; else it is said why it can't be told.
 */
export type EntryState = 'fails' | 'holds' | { readonly unverified: string };

/** @param result as it was judged, with nothing accepted yet */
export function stateOf(entry: Deviation, result: Verdicts, asked: Asked): EntryState {
  if (isThere(entry, result)) return 'fails';
  const isParity = entry.check === parityCheck;
  const regions = isParity || entry.region === 'all' ? asked.regions : [entry.region];
  const places = regions.flatMap((region) => placesOf(entry, region, result.cases, asked));
  const judged = places.flatMap((place) => place.result ?? []);
  const unverified =
    whyNotJudged(places, entry) ??
    (isParity
      ? (whyNotListed(entry, result) ?? whyNotCompared(judged.filter(isCompared(entry)), regions))
      : whyNotMade(
          entry,
          judged.filter((one) => !isSortedOtherwise(one, entry)),
        ));
  return unverified === undefined ? 'holds' : { unverified };
}

function isThere(entry: Deviation, { findings, parity }: Verdicts): boolean {
  return (
    findings.some((one) => isAboutFinding(entry, one)) || parity.some((one) => isAboutDifference(entry, one))
  );
}

/** The difference may be among those that are not listed. */
function whyNotListed({ pointer, ...entry }: Deviation, { parity }: Verdicts): string | undefined {
  const beyond = parity.some((one) => isMorePlace(one.where) && isAboutDifference(entry, one));
  return beyond ? `${entry.operation} has more differences than are listed` : undefined;
}

/** The cases that the entry is about, as far as they are asked at all and may tell. */
function placesOf(entry: Deviation, region: string, cases: readonly CaseResult[], asked: Asked): CasePlace[] {
  const { operation, case: name, check } = entry;
  const all = asked.cases[operation] ?? [];
  const names = name === undefined || isCommonToAll(name) ? all : [name, ...measureOf(entry, all)];
  const able = names.filter((one) => check === parityCheck || asked.mayTell(operation, one, entry));
  const own = cases.filter((one) => one.region === region && one.operationId === operation);
  return able.map((one) => ({ name: one, region, result: own.find((each) => each.case === one) }));
}

/** What the size of a page is told from, besides the page. */
function measureOf({ check, case: name }: Deviation, all: readonly string[]): string[] {
  return check === parityCheck && name === 'success' ? all.filter((one) => one === 'whole-list') : [];
}

/** Whether it is about what all answers with a status have in common. */
export function isCommonToAll(name: string): boolean {
  return /^all with status [1-5]\d\d$/.test(name);
}

/** Whether a difference may come from the answer. */
function isCompared({ case: name = '' }: Deviation): (result: CaseResult) => boolean {
  return ({ status }) => !isCommonToAll(name) || name === `all with status ${status}`;
}

/** An answer has one order: where it shows another one than that of the clause, it can't tell of it. */
function isSortedOtherwise(result: CaseResult, { check, pointer }: Deviation): boolean {
  if (check !== 'sort' || pointer === undefined) return false;
  return tells(result, { check }) && !tells(result, { check, pointer });
}

/** A case in a region, and what became of it; nothing where it was not sent there. */
type CasePlace = {
  readonly name: string;
  readonly region: string;
  readonly result: CaseResult | undefined;
};

/** Why not all cases were judged; undefined where they were. */
function whyNotJudged(places: readonly CasePlace[], subject: CheckSubject): string | undefined {
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
function whyNotMade(subject: CheckSubject, judged: readonly CaseResult[]): string | undefined {
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
function whyNotCompared(answers: readonly CaseResult[], regions: readonly string[]): string | undefined {
  if (regions.length < 2) return 'there is but one region';
  const without = regions.find((region) => !answers.some((one) => one.region === region));
  if (without !== undefined) return `${without} gave no answer that could be compared`;
  const drifting = answers.find(({ verdict }) => verdict === 'drift');
  return drifting && `${drifting.case} in ${drifting.region} drifts, so that regions are not compared in it`;
}
