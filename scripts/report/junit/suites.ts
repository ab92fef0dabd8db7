import { regionCaseKey } from '../../base/case-key.ts';
import { ExitCode } from '../../base/exit-code.ts';
import { groupBy } from '../../base/group-by.ts';
import type { CaseResult, Deviation, Difference, RegionResult, RunResult } from '../../model/run-result.ts';
import { markOf, subjectOf } from '../baseline-marks.ts';
import { joinDifferences } from '../causes.ts';
import { adviceOn } from '../known.ts';
import type { ReportView } from '../view.ts';
import { knownAs, type TestCase, toSeconds, toTestCase } from './test-case.ts';

/** The element `testsuite`, in the notation of xmlbuilder2: `@` marks attributes. */
export type JunitSuite = {
  readonly '@name': string;
  readonly '@tests': number;
  readonly '@failures': number;
  readonly '@errors': number;
  readonly '@skipped': number;
  readonly '@time': string;
  /** When the first request was sent: ISO 8601 in UTC, without a zone. */
  readonly '@timestamp'?: string;
  readonly properties?: object;
  readonly testcase: readonly TestCase[];
};

/**
 * A suite for each region. If there is something to report, further suites are for differences between regions, failed
 * cases that were not sent again, the table of known deviations, and the coverage floor.
 */
export function toSuites(result: ReportView): JunitSuite[] {
  const { findings, fixed = [], strict = false } = result;
  const ownOf = byCase(findings);
  const goneOf = byCase(fixed);
  const regions = Object.entries(result.regions).map(([name, region]) => {
    const cases = result.cases.filter((each) => each.region === name);
    const tests = cases.map((each) => toTestCase(each, { own: ownOf(each), gone: goneOf(each), strict }));
    const sent = result.exchanges.find((exchange) => exchange.region === name);
    return toSuite(name, [...tests, ...asAWhole(region, cases)], { ...region, sentAt: sent?.startedAt });
  });
  const differences = [
    ...joinDifferences(result.parity).map(toDifference),
    ...joinDifferences(result.fixedParity ?? []).map(toEqual),
  ];
  return [
    ...regions,
    ...(differences.length === 0 ? [] : [toSuite('regions against each other', differences)]),
    ...toUnsent(result),
    ...toTable(result),
    ...toFloor(result),
  ];
}

type Place = Pick<CaseResult, 'region' | 'operationId' | 'case'>;

/** A function that returns the findings of a test case. */
function byCase<T extends Place>(findings: readonly T[]): (place: Place) => readonly T[] {
  const groups = new Map(
    groupBy(findings, regionCaseKey).map((group) => [group[0] && regionCaseKey(group[0]), group]),
  );
  return (place) => groups.get(regionCaseKey(place)) ?? [];
}

type Sent = RegionResult & { readonly sentAt: string | undefined };

function toSuite(name: string, testcase: readonly TestCase[], region?: Sent): JunitSuite {
  const having = (key: 'failure' | 'error' | 'skipped'): number =>
    testcase.filter((test) => test[key] !== undefined).length;
  return {
    '@name': name,
    '@tests': testcase.length,
    '@failures': having('failure'),
    '@errors': having('error'),
    '@skipped': having('skipped'),
    '@time': toSeconds(region?.durationMs ?? 0),
    ...(region?.sentAt !== undefined && { '@timestamp': region.sentAt.slice(0, 19) }),
    ...(region && { properties: { property: { '@name': 'baseUrl', '@value': region.baseUrl } } }),
    testcase,
  };
}

/** A test that is red if the region could not be judged but no test case says so. */
function asAWhole({ verdict, reason, checks }: RegionResult, cases: readonly CaseResult[]): TestCase[] {
  if (verdict !== 'unreachable' && verdict !== 'inconclusive' && checks > 0) return [];
  if (cases.some((each) => each.verdict === 'unreachable' || each.verdict === 'inconclusive')) return [];
  const error = { '@message': reason ?? 'the region could not be judged', '@type': verdict };
  return [{ ...toTest('the region can be judged', 'region'), error }];
}

/** Failed cases of an earlier run that were not sent again are errors, so that the report is not green. */
function toUnsent({ unsent = [] }: RunResult): JunitSuite[] {
  const tests = unsent.map(({ region, operationId, case: name, reason }): TestCase => {
    const error = { '@message': reason, '@type': 'not sent again' };
    return { ...toTest(`${name} in ${region}`, operationId), error };
  });
  return tests.length === 0 ? [] : [toSuite('not sent again', tests)];
}

/** The entries of the table that must be changed, and those that the run did not verify. */
function toTable({ stale = [], notTold = [] }: RunResult): JunitSuite[] {
  const tests = [
    ...stale.map((entry): TestCase => {
      const failure = { '@message': adviceOn(entry), '@type': 'known deviation', '#': entry.location };
      return { ...toEntry(entry), failure };
    }),
    ...notTold.map((entry): TestCase => ({ ...toEntry(entry), skipped: { '@message': entry.why } })),
  ];
  return tests.length === 0 ? [] : [toSuite('known deviations', tests)];
}

function toEntry({ region, operation, check, case: name, pointer, message }: Deviation): TestCase {
  const about = [region, check, name, pointer, message].filter((part) => part !== undefined).join(', ');
  return toTest(about, operation);
}

/** Coverage below the floor fails only if all regions were judged. */
function toFloor({ exitCode, coverage: { percent, floor } }: RunResult): JunitSuite[] {
  if (floor === undefined) return [];
  const message = `${percent} % of what is documented was exercised, and the floor is ${floor} %`;
  const below =
    exitCode === ExitCode.broken
      ? { failure: { '@message': message, '@type': 'coverage' } }
      : { skipped: { '@message': `${message}; but not all regions were judged` } };
  const test = toTest(`at least ${floor} % is exercised`, 'coverage');
  return [toSuite('coverage', [{ ...test, ...(percent < floor && below) }])];
}

function toDifference(difference: Difference): TestCase {
  const { regions, accepted } = difference;
  if (accepted !== undefined)
    return { ...toComparison(difference), skipped: { '@message': knownAs([difference]) } };
  const values = Object.entries(regions).map(([region, value]) => `${region}: ${value}`);
  const message = `${markOf([difference])}${subjectOf(difference)} differs`;
  const failure = { '@message': message, '@type': 'parity', '#': values.join('\n') };
  return { ...toComparison(difference), failure };
}

/** A difference of the baseline that is fixed. */
function toEqual(difference: Difference): TestCase {
  return { ...toComparison(difference), 'system-out': `fixed parity: ${subjectOf(difference)} differs` };
}

function toComparison({ operationId, case: name, what }: Difference): TestCase {
  return toTest(`${name}: ${what}`, operationId);
}

/** A test without a duration. */
function toTest(name: string, operation: string): TestCase {
  return { '@name': name, '@classname': operation, '@time': toSeconds(0) };
}
