import type { Clause, Filter, List } from '../model/contract.ts';
import type { Outcome } from '../model/outcome.ts';
import { against } from './again.ts';
import type { Exchange } from './exchange.ts';
import { type Held, memberOf, unlessEmpty } from './hold.ts';
import { eachOnce, identitiesOf } from './identities.ts';
import { belongs } from './keep.ts';
import type { WholeList } from './memory.ts';
import { movingIn } from './moving.ts';
import { type Asked, askedPage, checkTotals, totalIn } from './paging.ts';
import { recallParts } from './parts.ts';
import { askedOrder } from './sort.ts';
import { extentOf } from './walk.ts';

/**
 * What an answer has in common with the whole list: it is just that part of it which page and filters ask for. The
 * whole list itself is remembered.
 */
export function compareWithWhole(exchange: Exchange, list: List, items: readonly unknown[]): Outcome[] {
  const { operationId, memory, sent, inSuite, remember } = exchange;
  if (remember) return rememberWhole(exchange, list, items);
  const whole = memory.lists[operationId];
  if (!inSuite || whole === undefined || !whole.complete) return [];
  const narrowed = Object.keys(list.filters).filter((name) => sent.query[name] !== whole.query[name]);
  return [
    ...recallParts(exchange, list, items, narrowed, {
      whole,
      complete: extentOf(exchange, items, items).complete,
    }),
    ...compareTotal(exchange, list, whole, narrowed),
    ...compare(exchange, list, items, whole, narrowed),
  ];
}

/** Adds the page to the list; the list is known once all of it is there. */
function rememberWhole(exchange: Exchange, list: List, items: readonly unknown[]): Outcome[] {
  const { operationId, memory, sent, value, hold } = exchange;
  const all = [...(memory.walks[operationId]?.items ?? []), ...items];
  const total = totalIn(value, list.page);
  const totals = [...(memory.walks[operationId]?.totals ?? []), ...(total === undefined ? [] : [total])];
  const { complete, next } = extentOf(exchange, items, all);
  if (next !== undefined) {
    memory.pending[operationId] = { items: all, totals, next };
    return [];
  }
  const first = memory.walks[operationId]?.first;
  memory.lists[operationId] = {
    ...{ list, items: all, complete, query: sent.query },
    ...(first !== undefined && { first }),
  };
  const told = checkTotals(exchange, list, totals, complete ? all.length : undefined);
  // A list of one page has been looked at already.
  if (complete && all.length === items.length) return told;
  const once = against([memory.items[operationId]], eachOnce(all, list));
  if (complete) return [...told, hold('list', memberOf(list, 'identity'), once)];
  const open = `the list has more than the ${all.length} items that were walked through, so other answers cannot be compared with it; ask for a shorter time window`;
  return [...told, hold('list', memberOf(list, 'items'), { open })];
}

function compare(
  exchange: Exchange,
  list: List,
  items: readonly unknown[],
  whole: WholeList,
  narrowed: readonly string[],
): Outcome[] {
  const { operationId, memory, sent, hold } = exchange;
  const { page, sort } = list;
  const filters = narrowed.map((name) => list.filters[name]);
  if (!isKnown(list, whole, sent.query) || !filters.every(isTold)) return [];
  const part = (item: unknown): boolean =>
    narrowed.every((name) => isPart(list.filters[name], item, sent.query[name]));
  const expected = identitiesOf(whole.items.filter(part), list);
  const asked = page === undefined ? onePage : askedPage(sent.query, page);
  // Where no size is asked for, each page is as long as the first one.
  const { number, size = whole.first ?? expected.length } = asked;
  const found = identitiesOf(items, list);
  const [filter] = filters;
  if (filter === undefined && isSameOrder(sort, sent.query, whole.query)) {
    const slice = expected.slice((number - 1) * size, number * size);
    return compareSlice(exchange, list, slice, found);
  }
  // Filtered or in another order, the items must be the same, if all of them are on the page.
  if (expected.length > size || number > 1) return [];
  // What moves by itself may have moved since: then it says nothing about the filter.
  const moving = identitiesOf(filter === undefined ? [] : movingIn(list, [...whole.items, ...items]), list);
  const settled = (identity: string): boolean => moving.indexOf(identity) < 0;
  const held = against(
    [memory.items[operationId]],
    sameItems(expected.filter(settled), found.filter(settled), false),
  );
  if (filter === undefined) return [hold('sort', sortOf(list), held)];
  const isTelling = expected.length > 0 && expected.length < whole.items.length;
  return unlessEmpty(held, isTelling).map((one) => hold('filter', filter, one));
}

/** On whatever page and in whatever order: the total of the same question is the same. */
function compareTotal(
  exchange: Exchange,
  list: List,
  whole: WholeList,
  narrowed: readonly string[],
): Outcome[] {
  const total = totalIn(exchange.value, list.page);
  if (total === undefined || narrowed.length > 0 || !isKnown(list, whole, exchange.sent.query)) return [];
  return checkTotals(exchange, list, [total], whole.items.length);
}

/** A page of the list as it is: just the slice of it that was asked for. */
function compareSlice(
  { operationId, memory, hold }: Exchange,
  list: List,
  wanted: readonly string[],
  found: readonly string[],
): Outcome[] {
  const clause = list.page ? memberOf(list.page, 'number') : list;
  return [hold('paging', clause, against([memory.items[operationId]], sameItems(wanted, found, true)))];
}

/** The clause about sorting, whatever it sorts by. */
function sortOf({ sort, ...list }: List): Clause {
  return sort === undefined ? list : memberOf(sort, 'by');
}

const onePage: Asked = { number: 1, size: undefined };

type Query = Readonly<Record<string, string>>;

function isSameOrder(sort: List['sort'], a: Query, b: Query): boolean {
  return sort === undefined || JSON.stringify(askedOrder(a, sort)) === JSON.stringify(askedOrder(b, sort));
}

/** Whether nothing was sent but what the contract knows the meaning of. */
function isKnown(
  { page, sort, filters }: List,
  whole: WholeList,
  query: Readonly<Record<string, string>>,
): boolean {
  const known = [page?.number, page?.size, sort?.by, sort?.direction, ...Object.keys(filters)];
  return Object.keys(query).every((name) => known.indexOf(name) >= 0 || query[name] === whole.query[name]);
}

function isTold(filter: Filter | undefined): boolean {
  return filter !== undefined && filter.keep !== 'apart' && filter.complete;
}

function isPart(filter: Filter | undefined, item: unknown, sent: string | undefined): boolean {
  return filter === undefined || sent === undefined || belongs(filter, item, sent) === true;
}

function sameItems(wanted: readonly string[], found: readonly string[], ordered: boolean): Held {
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
  const message = 'it is not the part of the whole list that was asked for';
  return {
    message,
    expected: `${wanted.length} items of the whole list`,
    actual: `${found.length} items: ${parts.join(', ')}`,
  };
}
