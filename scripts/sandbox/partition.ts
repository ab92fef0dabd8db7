import type { List } from '../model/contract.ts';
import type { Outcome } from '../model/outcome.ts';
import { type ClauseResult, unlessTrivial, withSources } from './clause-result.ts';
import type { ListExchange } from './exchange.ts';
import { record, type WholeList } from './history.ts';
import { areNamed, identitiesOf } from './identities.ts';
import { extentOf } from './paginate.ts';
import { totalIn } from './paging.ts';

/**
 * Records the items, and how many there are, by the filters of the request. Once each value of a filter that no property
 * shows was sent, their lists must be disjoint and together the whole.
 * @param narrowed the filters that the whole list does not have
 */
export function checkPartition(
  exchange: ListExchange,
  whole: WholeList,
  narrowed: readonly string[],
): Outcome[] {
  const { operationId, request, history, sent, value, toOutcome, list, items } = exchange;
  const key = queryKey(operationId, sent.query, list);
  record(history.totals, key, totalIn(value, list.page) ?? items.length);
  if (extentOf(exchange, items.length).complete) record(history.items, key, items);
  // Without filters the source is the whole list itself.
  if (narrowed.length > 0) record(history.sources, key, request);
  const name = narrowed[0];
  const filter = name === undefined || narrowed.length > 1 ? undefined : list.filters[name];
  if (name === undefined || filter === undefined || filter.keep !== 'apart') return [];
  const queries = filter.values.map((one) => queryKey(operationId, { ...whole.query, [name]: one }, list));
  const totals = queries.map((one) => history.totals[one]);
  if (totals.some((one) => one === undefined)) return [];
  const parts = queries.map((one) => history.items[one]);
  const sum = totals.reduce<number>((count, one) => count + (one || 0), 0);
  const result = withSources(
    [history.remembered[operationId], ...queries.map((one) => history.sources[one])],
    [...parts, whole.items].some((part) => part === undefined || !areNamed(part, list))
      ? addUp(name, sum, whole.items.length)
      : together(
          name,
          parts.flatMap((part) => identitiesOf(part || [], list)),
          identitiesOf(whole.items, list),
        ),
  );
  // If all items are under one value, nothing shows that the values do anything.
  const isConclusive = totals.filter((one) => one !== 0).length > 1;
  return unlessTrivial(result, isConclusive).map((one) => toOutcome('filter', filter, one));
}

function addUp(name: string, sum: number, whole: number): ClauseResult {
  if (sum === whole) return 'held';
  const message = `the lists of all values of ${name} do not add up to the whole`;
  return { message, expected: `${whole} items`, actual: `${sum} items` };
}

/** The operation with all parameters that were sent, except page and order. */
export function queryKey(
  operation: string,
  query: Readonly<Record<string, string>>,
  list: List | undefined,
): string {
  const ignored = [list?.page?.number, list?.page?.size, list?.sort?.by, list?.sort?.direction];
  const names = Object.keys(query).filter((name) => ignored.indexOf(name) < 0);
  return `${operation} ${JSON.stringify(names.sort().map((name) => [name, query[name]]))}`;
}

function together(name: string, parts: readonly string[], whole: readonly string[]): ClauseResult {
  const seen = new Set<string>();
  const twice = parts.filter((identity) => seen.size === seen.add(identity).size)[0];
  const missing = whole.filter((identity) => !seen.has(identity))[0];
  const expected = `each item under one value of ${name}`;
  if (twice !== undefined)
    return { message: `two values of ${name} keep the same item`, expected, actual: twice };
  if (missing === undefined) return 'held';
  return { message: `no value of ${name} keeps an item of the whole list`, expected, actual: missing };
}
