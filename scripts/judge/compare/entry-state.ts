import { isMorePlace } from '../../model/beyond-limit.ts';
import type { CaseResult, Deviation, Verdicts } from '../../model/run-result.ts';
import { allWithStatus, isAllWithStatus } from '../parity/parity.ts';
import { clauseChecks, hasExpectedStatus, isAbout, isJudged, verifies } from './judged-clauses.ts';
import { isAboutDifference, isAboutFinding, parityCheck } from './matches.ts';
import type { PlannedCases } from './planned-cases.ts';

/**
 * Whether a known deviation still occurs. It is `gone` only if this run judged every planned case that can show it, and
 * the check passed. Otherwise `unverified` says what is missing.
 */
export type EntryState = 'occurs' | 'gone' | { readonly unverified: string };

/** @param result the result before any deviation is accepted in it */
export function stateOf(entry: Deviation, result: Verdicts, planned: PlannedCases): EntryState {
  const { findings, parity, cases } = result;
  if (findings.some((one) => isAboutFinding(entry, one))) return 'occurs';
  if (parity.some((one) => isAboutDifference(entry, one))) return 'occurs';
  const isParity = entry.check === parityCheck;
  const regions = isParity || entry.region === 'all' ? planned.regions : [entry.region];
  const places = regions.flatMap((region) => placesOf(entry, region, cases, planned));
  const judged = places.flatMap((place) => place.result ?? []);
  const unverified =
    whyNotJudged(places, entry) ??
    (isParity ? whyNotCompared(entry, judged, regions, parity) : whyNotChecked(entry, judged));
  return unverified === undefined ? 'gone' : { unverified };
}

/** A planned case in a region. It has no result if it was not sent there. */
type CasePlace = {
  readonly name: string;
  readonly region: string;
  readonly result: CaseResult | undefined;
};

/** The planned cases that can show the deviation. */
function placesOf(
  entry: Deviation,
  region: string,
  cases: readonly CaseResult[],
  planned: PlannedCases,
): CasePlace[] {
  const { operation, check } = entry;
  const own = cases.filter((one) => one.region === region && one.operationId === operation);
  return namesOf(entry, planned.cases[operation] ?? [])
    .filter((name) => check === parityCheck || planned.mayVerify(operation, name, entry))
    .map((name) => ({ name, region, result: own.find((one) => one.case === name) }));
}

function namesOf({ check, case: name }: Deviation, all: readonly string[]): readonly string[] {
  if (name === undefined || isAllWithStatus(name)) return all;
  // Page sizes are only compared if the whole list shows that the first page is not the last one.
  const isPageSize = check === parityCheck && name === 'success';
  return isPageSize && all.includes('whole-list') ? [name, 'whole-list'] : [name];
}

/** Which case was not judged, and why; `undefined` if all were. */
function whyNotJudged(places: readonly CasePlace[], entry: Deviation): string | undefined {
  if (places.length === 0) return 'no request that may be sent shows it';
  const [first, ...more] = places.filter(({ result }) => result === undefined || !isJudged(result, entry));
  if (first === undefined) return undefined;
  const others = more.length === 0 ? '' : `; ${more.length} more of its cases were not judged`;
  return `${first.name} in ${first.region} ${whatHappened(first.result)}${others}`;
}

function whatHappened(result: CaseResult | undefined): string {
  if (result === undefined) return 'was not sent';
  const { verdict, outcomes, reason } = result;
  const why = outcomes.find((one) => one.verdict === 'inconclusive')?.message ?? reason;
  const words = verdict === 'skipped' ? 'was not sent' : `is ${verdict}`;
  return why === undefined ? words : `${words} (${why})`;
}

/** Why the judged cases do not show that the check passed; `undefined` if they do. */
function whyNotChecked(entry: Deviation, judged: readonly CaseResult[]): string | undefined {
  const { check, pointer } = entry;
  const results = judged.filter((one) => !isSortedOtherwise(one, entry));
  const inconclusive = ({ outcomes }: CaseResult) =>
    outcomes.find((one) => one.check === check && one.verdict === 'inconclusive' && isAbout(one, pointer));
  // A response without the data for the check does not matter if another one has them.
  const lacksData = (one: CaseResult): boolean =>
    clauseChecks.has(check) && hasExpectedStatus(one) && inconclusive(one) === undefined;
  const verified = results.filter((one) => verifies(one, entry));
  const other = results.find((one) => !verified.includes(one) && !lacksData(one));
  if (other !== undefined) {
    const why = inconclusive(other)?.message ?? 'another check did not pass';
    return `the check was not made on ${other.case} in ${other.region}: ${why}`;
  }
  const wasMade = ({ outcomes }: CaseResult): boolean =>
    check === 'http' || outcomes.some((one) => one.check === check);
  if (verified.some(wasMade)) return undefined;
  return 'the check was not made: no response has the data for it';
}

/** A list has only one order: a response that was checked against another sort clause can't show this one. */
function isSortedOtherwise(result: CaseResult, { check, pointer }: Deviation): boolean {
  if (check !== 'sort' || pointer === undefined) return false;
  return verifies(result, { check }) && !verifies(result, { check, pointer });
}

/** Why the regions were not compared in every response that can show the difference; `undefined` if they were. */
function whyNotCompared(
  { pointer, ...entry }: Deviation,
  judged: readonly CaseResult[],
  regions: readonly string[],
  parity: Verdicts['parity'],
): string | undefined {
  if (parity.some((one) => isMorePlace(one.where) && isAboutDifference(entry, one)))
    return `${entry.operation} has more differences than are listed`;
  if (regions.length < 2) return 'there is only one region';
  const name = entry.case ?? '';
  const responses = judged.filter(({ status }) => !isAllWithStatus(name) || name === allWithStatus(status));
  const without = regions.find((region) => !responses.some((one) => one.region === region));
  if (without !== undefined) return `${without} sent no response that could be compared`;
  const drift = responses.find(({ verdict }) => verdict === 'drift');
  return drift && `${drift.case} in ${drift.region} drifts, so the regions are not compared in it`;
}
