import type { Clause, Filter, List } from '../model/contract.ts';
import type { Outcome } from '../model/outcome.ts';
import { type ClauseResult, memberOf, unlessTrivial } from './clause-result.ts';
import { type ListExchange, withWhole } from './exchange.ts';
import { propertyOf, selects } from './filter-match.ts';
import { record, type WholeList } from './history.ts';
import { areNamed, eachOnce, identitiesOf } from './identities.ts';
import { isReportedMissing } from './missing.ts';
import { movingIn } from './moving-items.ts';
import { isPageOf, isTied } from './page-of.ts';
import { addPage } from './paginate.ts';
import { checkTotals, requestedPage, totalIn } from './paging.ts';
import { checkPartition } from './partition.ts';
import { requestedOrder } from './sort.ts';

/** Compares a response with the part of the whole list that its page and filters select. The whole list is recorded. */
export function compareWithWhole(exchange: ListExchange): Outcome[] {
  const { operationId, history, sent, inSuite, remember, list } = exchange;
  if (remember) return recordWhole(exchange);
  const whole = history.lists[operationId];
  if (!inSuite || whole === undefined || !whole.complete) return [];
  const narrowed = Object.keys(list.filters).filter((name) => sent.query[name] !== whole.query[name]);
  return [
    ...checkPartition(exchange, whole, narrowed),
    ...compareTotal(exchange, whole, narrowed),
    ...compare(exchange, whole, narrowed),
  ];
}

/** Records the list once all of its pages are there. */
function recordWhole(exchange: ListExchange): Outcome[] {
  const { operationId, history, sent, toOutcome, list, items } = exchange;
  const { complete, next, pages } = addPage(exchange);
  if (next !== undefined) return [];
  const all = pages.items;
  const first = history.pages[operationId]?.first;
  record(history.lists, operationId, {
    ...{ list, items: all, complete, query: sent.query },
    ...(first !== undefined && { first }),
  });
  const totals = checkTotals(exchange, pages.totals, complete ? all.length : undefined);
  // The identities of a single page are checked already.
  if (complete && all.length === items.length) return totals;
  const once = withWhole(exchange, eachOnce(all, list));
  if (complete) return [...totals, toOutcome('list', memberOf(list, 'identity'), once)];
  const inconclusive = `the list has more than the ${all.length} items that were fetched, so other responses cannot be compared with it; select fewer, for example by a shorter --window`;
  return [...totals, toOutcome('list', memberOf(list, 'items'), { inconclusive })];
}

function compare(exchange: ListExchange, whole: WholeList, narrowed: readonly string[]): Outcome[] {
  const { sent, list, items } = exchange;
  const { page, sort } = list;
  const filters = narrowed.map((name) => list.filters[name]);
  if (!isKnown(list, whole, sent.query) || !filters.every(isComparable)) return [];
  // Missing identities are reported of the response that lacks them.
  if (!areNamed(items, list) || !areNamed(whole.items, list)) return [];
  const wanted = whole.items.filter((item) =>
    narrowed.every((name) => isSelected(list.filters[name], item, sent.query[name])),
  );
  const requested = page === undefined ? { number: 1, size: undefined } : requestedPage(sent.query, page);
  // Where the request has no size, each page is as long as the first one.
  const { number, size = whole.first ?? wanted.length } = requested;
  const [filter] = filters;
  if (filter === undefined && isSameOrder(sort, sent.query, whole.query))
    return compareSlice(exchange, wanted.slice((number - 1) * size, number * size));
  const all = [...whole.items, ...items];
  const lacking = whole.items.filter((item) => narrowed.some((name) => lacksProperty(exchange, name, item)));
  const unsure = [...(filter === undefined ? [] : movingIn(list, all)), ...lacking];
  const part: WantedPart = { wanted, isAll: wanted.length === whole.items.length, filter, unsure };
  return wanted.length > size || number > 1
    ? comparePage(exchange, part, { number, size })
    : compareAll(exchange, part);
}

/** The items of the whole list that the request selects. */
type WantedPart = {
  readonly wanted: readonly unknown[];
  readonly isAll: boolean;
  /** The first filter that was sent, if any. */
  readonly filter: Filter | undefined;
  /** Items that change by themselves, or lack the property of the filter: they show nothing about it. */
  readonly unsure: readonly unknown[];
};

/** Filtered or in another order, the items are the same where all of them are on the page. */
function compareAll(exchange: ListExchange, part: WantedPart): Outcome[] {
  const { toOutcome, list, items } = exchange;
  const { wanted, isAll, filter } = part;
  const unsure = new Set(identitiesOf(part.unsure, list));
  const sure = (all: readonly unknown[]): string[] =>
    identitiesOf(all, list).filter((identity) => !unsure.has(identity));
  const result = withWhole(exchange, sameItems(sure(wanted), sure(items), false));
  if (filter === undefined) return [toOutcome('sort', sortOf(list), result)];
  return unlessTrivial(result, wanted.length > 0 && !isAll).map((one) => toOutcome('filter', filter, one));
}

/** One page of a longer list. */
function comparePage(
  exchange: ListExchange,
  { wanted, filter, unsure }: WantedPart,
  page: { readonly number: number; readonly size: number },
): Outcome[] {
  // What changes by itself may have changed since: then it shows nothing about the filter.
  if (unsure.length > 0) return [];
  const { sent, toOutcome, list } = exchange;
  const order =
    filter !== undefined || list.sort === undefined ? undefined : requestedOrder(sent.query, list.sort);
  const result = withWhole(exchange, isPageOf(exchange, page, wanted, order));
  return [
    filter === undefined ? toOutcome('sort', sortOf(list), result) : toOutcome('filter', filter, result),
  ];
}

/** The total is the same for the same filters, on any page and in any order. */
function compareTotal(exchange: ListExchange, whole: WholeList, narrowed: readonly string[]): Outcome[] {
  const { value, sent, list } = exchange;
  const total = totalIn(value, list.page);
  if (total === undefined || narrowed.length > 0 || !isKnown(list, whole, sent.query)) return [];
  return checkTotals(exchange, [total], whole.items.length);
}

/** A page of the list without filters, in the same order: just the slice that the request names. */
function compareSlice(exchange: ListExchange, wanted: readonly unknown[]): Outcome[] {
  const { sent, toOutcome, list, items } = exchange;
  const order = list.sort === undefined ? undefined : requestedOrder(sent.query, list.sort);
  const result = isTied(list, wanted, items, order)
    ? 'held'
    : sameItems(identitiesOf(wanted, list), identitiesOf(items, list), true);
  const clause = list.page ? memberOf(list.page, 'number') : list;
  return [toOutcome('paging', clause, withWhole(exchange, result))];
}

/** The clause about sorting, whatever it sorts by. */
function sortOf({ sort, ...list }: List): Clause {
  return sort === undefined ? list : memberOf(sort, 'by');
}

type Query = Readonly<Record<string, string>>;

function isSameOrder(sort: List['sort'], a: Query, b: Query): boolean {
  return (
    sort === undefined || JSON.stringify(requestedOrder(a, sort)) === JSON.stringify(requestedOrder(b, sort))
  );
}

/** Whether the contract says what each parameter of the request means. */
function isKnown({ page, sort, filters }: List, whole: WholeList, query: Query): boolean {
  const known = [page?.number, page?.size, sort?.by, sort?.direction, ...Object.keys(filters)];
  return Object.keys(query).every((name) => known.indexOf(name) >= 0 || query[name] === whole.query[name]);
}

/** Whether the properties of an item show whether the filter selects it. */
function isComparable(filter: Filter | undefined): boolean {
  return filter !== undefined && filter.keep !== 'apart' && filter.complete;
}

function isSelected(filter: Filter | undefined, item: unknown, sent: string | undefined): boolean {
  return filter === undefined || sent === undefined || selects(filter, item, sent) === true;
}

/** Whether the schema check reported that an item lacks the property of a filter. */
export function lacksProperty(
  { operationId, history, sent, list }: ListExchange,
  name: string,
  item: unknown,
): boolean {
  const filter = list.filters[name];
  const property = filter === undefined ? undefined : propertyOf(filter, sent.query[name] || '');
  return (
    property !== undefined && isReportedMissing(history.missing[operationId], item, property, list.items)
  );
}

function sameItems(wanted: readonly string[], found: readonly string[], ordered: boolean): ClauseResult {
  const [allWanted, allFound] = [new Set(wanted), new Set(found)];
  const missing = wanted.filter((identity) => !allFound.has(identity));
  const extra = found.filter((identity) => !allWanted.has(identity));
  const moved = ordered && missing.length + extra.length === 0 && wanted.join() !== found.join();
  if (missing.length + extra.length === 0 && !moved) return 'held';
  const parts = [
    ...(missing.length > 0 ? [`${missing.length} missing (${missing[0]})`] : []),
    ...(extra.length > 0 ? [`${extra.length} that do not belong there (${extra[0]})`] : []),
    ...(moved ? ['the same items in another order'] : []),
  ];
  const message = 'it is not the part of the whole list that the request selects';
  return {
    message,
    expected: `${wanted.length} items of the whole list`,
    actual: `${found.length} items: ${parts.join(', ')}`,
  };
}
