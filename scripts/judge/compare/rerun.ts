import type { Case } from '../../cases/case.ts';
import type { CaseResult, Difference, ResultVerdict, Unsent } from '../../model/run-result.ts';
import type { Earlier } from './baseline.ts';

/** What failed in an earlier run. */
export type Rerun = {
  /** Those that are sent. */
  readonly cases: ReadonlySet<Case>;
  /** The regions that they failed in. */
  readonly regions: readonly string[];
  /** Where they failed. */
  readonly places: readonly { readonly testCase: Case; readonly region: string }[];
  /** What failed and is not sent, once each. */
  readonly unsent: readonly Unsent[];
};

type Suite = {
  readonly cases: readonly Case[];
  /** Of those, what is not sent, and why. */
  readonly skipped: ReadonlyMap<Case, string>;
  readonly regions: readonly string[];
};

type Place = Pick<CaseResult, 'region' | 'operationId' | 'case'>;

/** What is not known to be well: a case that could not be judged may have failed as well. */
const open: readonly ResultVerdict[] = ['failed', 'unreachable', 'inconclusive', 'flaky'];

/**
 * The cases that failed, or could not be judged, and those that regions answered in different ways; drift is one of
 * them where it is `strict`. What was accepted is not.
 * @param only these regions are run; all where none is named
 */
export function toRerun(
  { cases, parity }: Pick<Earlier, 'cases' | 'parity'>,
  suite: Suite,
  { strict, only }: { readonly strict: boolean; readonly only: readonly string[] },
): Rerun {
  const wanted: readonly ResultVerdict[] = strict ? [...open, 'drift'] : open;
  const differing = parity.filter(({ accepted }) => accepted === undefined);
  const all: readonly Place[] = [
    ...cases.filter(({ verdict }) => wanted.includes(verdict)),
    ...differing.flatMap((difference) => placesOf(difference, cases)),
  ];
  const once = new Map(all.map((place) => [JSON.stringify(toPlace(place)), toPlace(place)]));
  const isRun = ({ region }: Place): boolean => only.length === 0 || only.includes(region);
  const sought = [...once.values()].map((place) => {
    return { place, ...(isRun(place) ? seek(place, suite) : { reason: 'the region is not run' }) };
  });
  const sent = sought.flatMap(({ place: { region }, testCase }: { place: Place } & Sought) =>
    testCase === undefined ? [] : [{ testCase, region }],
  );
  const regions = new Set(sent.map(({ region }) => region));
  return {
    cases: new Set(sent.map(({ testCase }) => testCase)),
    regions: suite.regions.filter((region) => regions.has(region)),
    places: sent,
    unsent: sought.flatMap(({ place, reason }) => (reason === undefined ? [] : [{ ...place, reason }])),
  };
}

function toPlace({ region, operationId, case: name }: Place): Place {
  return { region, operationId, case: name };
}

/** The case, or why it is not sent. */
function seek({ region, operationId, case: name }: Place, { cases, skipped, regions }: Suite): Sought {
  const testCase = cases.find(({ operation, id }) => operation.id === operationId && id === name);
  if (testCase === undefined || !regions.includes(region))
    return { reason: 'it is not in the suite any more' };
  const reason = skipped.get(testCase);
  return reason === undefined ? { testCase } : { reason };
}

type Sought = { readonly testCase?: Case; readonly reason?: string };

/** The answers that differ: of one case, or all that have the same status. */
function placesOf({ operationId, case: name, regions }: Difference, cases: readonly CaseResult[]): Place[] {
  const own = cases.filter((one) => one.operationId === operationId && Object.hasOwn(regions, one.region));
  const common = own.filter(({ status, verdict }) => {
    return name === `all with status ${status}` && verdict !== 'drift' && verdict !== 'skipped';
  });
  if (common.length > 0) return common;
  return Object.keys(regions).map((region) => ({ region, operationId, case: name }));
}
