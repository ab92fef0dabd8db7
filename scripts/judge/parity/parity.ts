import { caseKey } from '../../base/case-key.ts';
import { groupBy } from '../../base/group-by.ts';
import type { Operation } from '../../model/api.ts';
import { andMore, commonText } from '../../model/beyond-limit.ts';
import type { CaseResult, Difference } from '../../model/run-result.ts';
import { bodyDifferences } from './body.ts';
import { headerDifferences } from './headers.ts';
import type { FoundDifference, RegionResponses } from './presence.ts';

/** What is known of the regions besides their responses. */
type Known = {
  readonly operations?: readonly Operation[];
  /** By the name of the region. */
  readonly baseUrls?: Readonly<Record<string, string>>;
};

/** The name of the case in a difference between all responses of an operation with this status. */
export function allWithStatus(status: number | undefined): string {
  return `all with status ${status}`;
}

/** Whether `allWithStatus` returned the name. */
export function isAllWithStatus(name: string): boolean {
  return /^all with status [1-5]\d\d$/.test(name);
}

/** Drift is reported by itself, and a flaky case may be different next time: neither is compared. */
export function isCompared({ verdict }: CaseResult): boolean {
  return verdict === 'passed' || verdict === 'failed';
}

/**
 * Differences between the regions. Status and media type are compared case by case. Bodies and headers are compared in
 * what all responses with the same status have in common, so noise within a region is hidden.
 */
export function toDifferences(
  cases: readonly CaseResult[],
  { operations = [], baseUrls = {} }: Known = {},
): Difference[] {
  const judged = cases.filter(isCompared);
  const received = judged.filter(({ status }) => status !== undefined);
  return [
    ...groupBy(received, (result) => caseKey(result.operationId, result.case)).flatMap(caseDifferences),
    ...groupBy(received, ({ operationId, status }) => caseKey(operationId, String(status))).flatMap((group) =>
      commonDifferences(group, baseUrls),
    ),
    ...operations.flatMap((operation) => pageSizeDifferences(operation, judged)),
  ];
}

function caseDifferences(results: readonly CaseResult[]): Difference[] {
  return [
    ...valueDifferences('status', results, ({ status }) => String(status)),
    ...valueDifferences('media type', results, ({ mediaType }) => mediaType ?? 'none'),
  ];
}

function valueDifferences(
  what: 'status' | 'media type',
  results: readonly CaseResult[],
  textOf: (result: CaseResult) => string,
): Difference[] {
  const [first] = results;
  if (first === undefined || new Set(results.map(textOf)).size < 2) return [];
  const regions = Object.fromEntries(results.map((result) => [result.region, textOf(result)] as const));
  return [{ operationId: first.operationId, case: first.case, what, regions }];
}

/** @param results all results of an operation with the same status */
function commonDifferences(
  results: readonly CaseResult[],
  baseUrls: Readonly<Record<string, string>>,
): Difference[] {
  const [first] = results;
  if (first === undefined) return [];
  const { operationId, status } = first;
  const byRegion: RegionResponses = groupBy(results, ({ region }) => region).map((responses) => ({
    region: responses[0]?.region ?? '',
    responses,
  }));
  const found = [
    ...limitDifferences(bodyDifferences(byRegion)),
    ...limitDifferences(headerDifferences(byRegion, baseUrls)),
  ];
  return found.map((difference) => ({ operationId, case: allWithStatus(status), ...difference }));
}

/** A server may send any number of properties or headers, so the differences of one operation are limited. */
const maxDifferences = 1000;

/** The first differences, and one that says how many more there are. */
function limitDifferences(found: readonly FoundDifference[]): FoundDifference[] {
  const others = found.slice(maxDifferences);
  const [next] = others;
  if (next === undefined) return [...found];
  const regions = commonText(others.map((one) => one.regions));
  return [...found.slice(0, maxDifferences), { what: next.what, where: andMore(others.length), regions }];
}

/** The default page sizes, if a region with further pages has a smaller one than another. */
function pageSizeDifferences(
  { id, contract, parameters }: Operation,
  judged: readonly CaseResult[],
): Difference[] {
  const { list } = contract;
  const size = parameters.find(({ name, in: place }) => place === 'query' && name === list?.page?.size);
  if (list === undefined || size === undefined || size.required) return [];
  const own = groupBy(
    judged.filter(({ operationId }) => operationId === id),
    ({ region }) => region,
  );
  const pages = own.flatMap((results) => {
    const [page, whole] = ['success', 'whole-list'].map((name) => itemsIn(results, name, list.items));
    const region = results[0]?.region;
    if (region === undefined || page === undefined) return [];
    return [{ region, page, goesOn: whole !== undefined && page < whole }];
  });
  // If a page is the last one, the page size may be larger than the page.
  const differ = pages.some(({ page, goesOn }) => goesOn && pages.some((other) => other.page > page));
  if (!differ) return [];
  const regions = Object.fromEntries(pages.map(({ region, page }) => [region, `${page} items`] as const));
  return [{ operationId: id, case: 'success', what: 'page size', regions }];
}

function itemsIn(results: readonly CaseResult[], name: string, items: string): number | undefined {
  const shape = results.find((result) => result.case === name)?.shape;
  const isList = shape?.[items]?.classes.includes('array') === true;
  return isList ? (shape[`${items}/*`]?.values ?? 0) : undefined;
}
