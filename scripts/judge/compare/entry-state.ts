import { isMorePlace } from '../../model/beyond-limit.ts';
import type { CaseResult, Deviation, Verdicts } from '../../model/run-result.ts';
import type { Asked } from './asked.ts';
import { tells } from './judged-clauses.ts';
import { isAboutDifference, isAboutFinding, parityCheck } from './matches.ts';
import { type CasePlace, whyNotCompared, whyNotJudged, whyNotMade } from './not-judged-reason.ts';

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
