import { regionCaseKey } from '../../base/case-key.ts';
import type { Case } from '../../cases/case.ts';
import type { CaseResult, Difference, ResultVerdict, Unsent } from '../../model/run-result.ts';
import { allWithStatus } from '../parity/parity.ts';
import type { Earlier } from './baseline.ts';

/** What failed in an earlier run. */
export type Rerun = {
  /** The cases that are sent again. */
  readonly cases: ReadonlySet<Case>;
  /** The regions that they failed in. */
  readonly regions: readonly string[];
  /** Each case with the region that it failed in. */
  readonly places: readonly { readonly testCase: Case; readonly region: string }[];
  /** Failed cases that are not sent again. */
  readonly unsent: readonly Unsent[];
};

type Suite = {
  readonly cases: readonly Case[];
  /** The cases that are not sent, with the reasons. */
  readonly skipped: ReadonlyMap<Case, string>;
  readonly regions: readonly string[];
};

type Place = Pick<CaseResult, 'region' | 'operationId' | 'case'>;

/** A case that could not be judged may have failed as well. */
const failures: readonly ResultVerdict[] = ['failed', 'unreachable', 'inconclusive', 'flaky'];

/**
 * The cases that failed or could not be judged, and those that differ between regions; with `strict` also drift.
 * Accepted deviations are not among them.
 * @param only the regions that are run; all if it is empty
 */
export function toRerun(
  { cases, parity }: Pick<Earlier, 'cases' | 'parity'>,
  suite: Suite,
  { strict, only }: { readonly strict: boolean; readonly only: readonly string[] },
): Rerun {
  const failed = cases.filter(({ verdict }) => failures.includes(verdict) || (strict && verdict === 'drift'));
  const differing = parity.filter(({ accepted }) => accepted === undefined);
  const all: readonly Place[] = [...failed, ...differing.flatMap((one) => placesOf(one, cases))];
  const places: { readonly testCase: Case; readonly region: string }[] = [];
  const unsent: Unsent[] = [];
  for (const place of new Map(all.map((one) => [regionCaseKey(one), one])).values()) {
    const { region, operationId, case: name } = place;
    const isRun = only.length === 0 || only.includes(region);
    const found = isRun ? findCase(place, suite) : 'the region is not run';
    if (typeof found === 'string') unsent.push({ region, operationId, case: name, reason: found });
    else places.push({ testCase: found, region });
  }
  return {
    cases: new Set(places.map(({ testCase }) => testCase)),
    regions: suite.regions.filter((name) => places.some(({ region }) => region === name)),
    places,
    unsent,
  };
}

/** The case, or the reason why it is not sent. */
function findCase(
  { region, operationId, case: name }: Place,
  { cases, skipped, regions }: Suite,
): Case | string {
  const testCase = cases.find(({ operation, id }) => operation.id === operationId && id === name);
  if (testCase === undefined || !regions.includes(region)) return 'it is no longer in the suite';
  return skipped.get(testCase) ?? testCase;
}

/** The responses that differ: those to one case, or all with the same status. */
function placesOf({ operationId, case: name, regions }: Difference, cases: readonly CaseResult[]): Place[] {
  const own = cases.filter((one) => one.operationId === operationId && Object.hasOwn(regions, one.region));
  const common = own.filter(({ status, verdict }) => {
    return name === allWithStatus(status) && verdict !== 'drift' && verdict !== 'skipped';
  });
  if (common.length > 0) return common;
  return Object.keys(regions).map((region) => ({ region, operationId, case: name }));
}
