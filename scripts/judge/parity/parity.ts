import { groupBy } from '../../base/group-by.ts';
import type { Operation } from '../../model/api.ts';
import { andMore, commonText } from '../../model/beyond-limit.ts';
import type { CaseResult, Difference } from '../../model/run-result.ts';
import { bodyDifferences } from './body.ts';
import { headerDifferences } from './headers.ts';
import type { FoundDifference, Sides } from './sides.ts';

/** What is known of the regions besides their answers. */
type Known = {
  readonly operations?: readonly Operation[];
  /** By the name of the region. */
  readonly baseUrls?: Readonly<Record<string, string>>;
};

const compared = [
  { what: 'status', of: ({ status }: CaseResult) => String(status) },
  { what: 'media type', of: ({ mediaType }: CaseResult) => mediaType ?? 'none' },
] as const;

/**
 * What regions answer in different ways: status and media type case by case, body and headers in what all answers
 * of an operation with the same status have in common, so that noise within a region is no difference. Only what
 * was answered and judged is compared, and neither drift, which is reported by itself, nor what is flaky.
 */
export function toDifferences(
  cases: readonly CaseResult[],
  { operations = [], baseUrls = {} }: Known = {},
): Difference[] {
  const judged = cases.filter(({ verdict }) => verdict === 'passed' || verdict === 'failed');
  const answered = judged.filter(({ status }) => status !== undefined);
  return [
    ...groupBy(answered, (result) => `${result.operationId} ${result.case}`).flatMap(differencesInCase),
    ...groupBy(answered, ({ operationId, status }) => `${operationId} ${status}`).flatMap((group) =>
      differencesInForm(group, baseUrls),
    ),
    ...operations.flatMap((operation) => pageSizeDifferences(operation, judged)),
  ];
}

function differencesInCase(results: readonly CaseResult[]): Difference[] {
  const [first] = results;
  if (first === undefined) return [];
  return compared.flatMap(({ what, of }) => {
    const answers = results.map((result) => [result.region, of(result)] as const);
    if (new Set(answers.map(([, answer]) => answer)).size < 2) return [];
    return [{ operationId: first.operationId, case: first.case, what, regions: Object.fromEntries(answers) }];
  });
}

/** All answers of an operation with the same status. */
function differencesInForm(
  results: readonly CaseResult[],
  baseUrls: Readonly<Record<string, string>>,
): Difference[] {
  const [first] = results;
  if (first === undefined) return [];
  const { operationId, status } = first;
  const sides: Sides = groupBy(results, ({ region }) => region).map((own) => ({
    region: own[0]?.region ?? '',
    answers: own,
  }));
  const found = [
    ...limitDifferences(bodyDifferences(sides)),
    ...limitDifferences(headerDifferences(sides, baseUrls)),
  ];
  return found.map((difference) => ({
    operationId,
    case: `all with status ${status}`,
    ...difference,
  }));
}

/** Differences of one operation in bodies, or in headers: a server may send any number of them. */
const most = 1000;

/** The first differences, each by itself so that it is known again, and one that says how many more there are. */
function limitDifferences(found: readonly FoundDifference[]): FoundDifference[] {
  const others = found.slice(most);
  const [next] = others;
  if (next === undefined) return [...found];
  const regions = commonText(others.map((one) => one.regions));
  return [...found.slice(0, most), { what: next.what, where: andMore(others.length), regions }];
}

/** The number of items on a page where no size is asked for, of regions whose list goes on after it. */
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
  // A page that is the list's last one says only that its size is no smaller.
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
