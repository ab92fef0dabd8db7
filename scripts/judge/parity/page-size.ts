import { groupBy } from '../../base/group-by.ts';
import type { Operation } from '../../model/api.ts';
import type { CaseResult, Difference } from '../../model/run-result.ts';

/** The number of items on a page where no size is asked for, of regions whose list goes on after it. */
export function pageSizeDifferences(
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
