import type { CaseResult, Deviation, RunResult } from '../model/run-result.ts';
import { isAboutDifference, isAboutFinding, parityCheck } from './matches.ts';
import { tells } from './tells.ts';

/** What a run of everything that is allowed would judge: its regions, and its cases by operation. */
export type Asked = {
  readonly regions: readonly string[];
  readonly cases: Readonly<Record<string, readonly string[]>>;
};

/**
 * Whether what an entry is about is still there. That it holds is only said where all its cases were judged that a run
 * of everything would judge, and one of them tells.
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
  if (isParity) return isCompared(known) ? 'holds' : 'not told';
  return known.some((one) => tells(one, entry)) ? 'holds' : 'not told';
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
  const names = entry.case === undefined || isCommonToAll(entry.case) ? all : [entry.case];
  const own = cases.filter((one) => one.region === region && one.operationId === entry.operation);
  return names.map((name) => own.find((one) => one.case === name));
}

/** Whether it is about what all answers with a status have in common. */
export function isCommonToAll(name: string): boolean {
  return /^all with status \S+$/.test(name);
}

/** Not sent, or not judged. */
function isOpen(result: CaseResult | undefined): boolean {
  return result === undefined || !['passed', 'failed', 'drift'].includes(result.verdict);
}

function isCompared(results: readonly CaseResult[]): boolean {
  const compared = results.filter(({ verdict }) => verdict !== 'drift');
  return new Set(compared.map(({ region }) => region)).size > 1;
}
