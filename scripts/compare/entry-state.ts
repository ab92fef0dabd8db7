import type { CaseResult, Deviation, RunResult } from '../model/run-result.ts';
import { isAboutDifference, isAboutFinding, parityCheck } from './matches.ts';
import { type Subject, tells } from './tells.ts';

/** What a run of everything that is allowed would judge: its regions, and its cases by operation. */
export type Asked = {
  readonly regions: readonly string[];
  readonly cases: Readonly<Record<string, readonly string[]>>;
  /** Whether the answer to a case may tell of it. */
  readonly mayTell: (operationId: string, name: string, subject: Subject) => boolean;
};

/**
 * Whether what an entry is about is still there. That it holds is only said where all its cases were judged that a run
 * of everything would judge, and all of them tell that may.
 */
export type EntryState = 'fails' | 'holds' | 'not told';

/** @param result as it was judged, with nothing accepted yet */
export function stateOf(entry: Deviation, result: RunResult, asked: Asked): EntryState {
  if (isThere(entry, result)) return 'fails';
  const isParity = entry.check === parityCheck;
  const regions = isParity || entry.region === 'all' ? asked.regions : [entry.region];
  const results = regions.flatMap((region) => resultsOf(entry, region, result.cases, asked));
  if (results.some(isOpen)) return 'not told';
  const known = results.filter((one) => one !== undefined);
  const holds = isParity ? areCompared(entry, known, regions) : doAllTell(entry, known, asked);
  return holds ? 'holds' : 'not told';
}

function doAllTell(entry: Deviation, results: readonly CaseResult[], { mayTell }: Asked): boolean {
  const able = results.filter(
    (one) => mayTell(entry.operation, one.case, entry) && !isSortedOtherwise(one, entry),
  );
  return able.length > 0 && able.every((one) => tells(one, entry));
}

/** An answer has one order: where it shows another one than that of the clause, it can't tell of it. */
function isSortedOtherwise(result: CaseResult, { check, pointer }: Deviation): boolean {
  if (check !== 'sort' || pointer === undefined) return false;
  return tells(result, { check }) && !tells(result, { check, pointer });
}

function isThere(entry: Deviation, { findings, parity }: RunResult): boolean {
  const broken = findings.filter(({ severity }) => severity === 'failed' || severity === 'drift');
  return (
    broken.some((one) => isAboutFinding(entry, one)) || parity.some((one) => isAboutDifference(entry, one))
  );
}

/** Of the cases that the entry is about, as far as they are asked at all. */
function resultsOf(
  entry: Deviation,
  region: string,
  cases: readonly CaseResult[],
  asked: Asked,
): (CaseResult | undefined)[] {
  const all = asked.cases[entry.operation] ?? [];
  const isOfAll = entry.case === undefined || isCommonToAll(entry.case);
  const names = isOfAll ? all : [entry.case, ...measureOf(entry, all)];
  const own = cases.filter((one) => one.region === region && one.operationId === entry.operation);
  return names.map((name) => own.find((one) => one.case === name));
}

/** What the size of a page is told from, besides the page. */
function measureOf({ check, case: name }: Deviation, all: readonly string[]): string[] {
  return check === parityCheck && name === 'success' ? all.filter((one) => one === 'whole-list') : [];
}

/** Whether it is about what all answers with a status have in common. */
export function isCommonToAll(name: string): boolean {
  return /^all with status [1-5]\d\d$/.test(name);
}

/** Not sent, or not judged. */
function isOpen(result: CaseResult | undefined): boolean {
  return result === undefined || !['passed', 'failed', 'drift'].includes(result.verdict);
}

/** Whether the regions were held against each other in every case that the difference may come from. */
function areCompared(
  { case: name = '' }: Deviation,
  results: readonly CaseResult[],
  regions: readonly string[],
): boolean {
  const own = isCommonToAll(name)
    ? results.filter(({ status }) => name === `all with status ${status}`)
    : results;
  const isEverywhere = regions.every((region) => own.some((one) => one.region === region));
  return regions.length > 1 && isEverywhere && own.every(({ verdict }) => verdict !== 'drift');
}
