import type { Case } from '../cases/case.ts';
import type { CaseResult, Difference, ResultVerdict } from '../model/run-result.ts';
import type { Earlier } from './earlier.ts';

/** What failed in an earlier run. */
export type Rerun = {
  readonly cases: ReadonlySet<Case>;
  /** The regions that it failed in. */
  readonly regions: readonly string[];
  /** What failed and is not in the suite any more, in words. */
  readonly lost: readonly string[];
};

type Suite = { readonly cases: readonly Case[]; readonly regions: readonly string[] };

type Place = Pick<CaseResult, 'region' | 'operationId' | 'case'>;

/** What is not known to be well: a case that could not be judged may have failed as well. */
const open: readonly ResultVerdict[] = ['failed', 'unreachable', 'inconclusive', 'flaky'];

/**
 * The cases that failed, or could not be judged, and those that regions answered in different ways; drift is one of
 * them where it is `strict`. What was accepted is not.
 * @param only of these regions; of all where none is named
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
  const places = all.filter(({ region }) => only.length === 0 || only.includes(region));
  const found = places.flatMap((place) => {
    const made = suite.cases.find(
      ({ operation, id }) => operation.id === place.operationId && id === place.case,
    );
    return made !== undefined && suite.regions.includes(place.region) ? [{ made, place }] : [];
  });
  const kept = new Set(found.map(({ place }) => place));
  const lost = places.filter((place) => !kept.has(place));
  const regions = new Set(found.map(({ place }) => place.region));
  return {
    cases: new Set(found.map(({ made }) => made)),
    regions: suite.regions.filter((region) => regions.has(region)),
    lost: [...new Set(lost.map((place) => `${place.operationId} (${place.case}) in ${place.region}`))],
  };
}

/** The answers that differ: of one case, or all that have the same status. */
function placesOf({ operationId, case: name, regions }: Difference, cases: readonly CaseResult[]): Place[] {
  const own = cases.filter((one) => one.operationId === operationId && Object.hasOwn(regions, one.region));
  const common = own.filter(({ status, verdict }) => {
    return name === `all with status ${status}` && verdict !== 'drift' && verdict !== 'skipped';
  });
  if (common.length > 0) return common;
  return Object.keys(regions).map((region) => ({ region, operationId, case: name }));
}
