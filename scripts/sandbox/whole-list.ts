import type { Clause, Filter, List } from '../model/contract.ts';
import type { Outcome } from '../model/outcome.ts';
import { type ClauseResult, memberOf, unlessEmpty } from './clause-result.ts';
import type { Exchange } from './exchange.ts';
import { belongs, tellerOf } from './filter-match.ts';
import { areNamed, eachOnce, identitiesOf } from './identities.ts';
import type { WholeList } from './memory.ts';
import { isToldMissing } from './missing.ts';
import { movingIn } from './moving-items.ts';
import { isPageOf, isTied, type Page } from './page-of.ts';
import { extentOf } from './paginate.ts';
import { type Asked, askedPage, checkTotals, totalIn } from './paging.ts';
import { recallParts } from './partition.ts';
import { against } from './recheck.ts';
import { askedOrder } from './sort.ts';

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
  const open = `the list has more than the ${all.length} items that were walked through, so other answers cannot be compared with it; ask for less, as by a shorter --window`;
  return [...told, hold('list', memberOf(list, 'items'), { open })];
}

function compare(
  exchange: Exchange,
  list: List,
  items: readonly unknown[],
  whole: WholeList,
  narrowed: readonly string[],
): Outcome[] {
  const { sent } = exchange;
  const { page, sort } = list;
  const filters = narrowed.map((name) => list.filters[name]);
  if (!isKnown(list, whole, sent.query) || !filters.every(isTold)) return [];
  // That they are not is told of the answer that lacks them.
  if (!areNamed(items, list) || !areNamed(whole.items, list)) return [];
  const wanted = whole.items.filter((item) =>
    narrowed.every((name) => isPart(list.filters[name], item, sent.query[name])),
  );
  const asked = page === undefined ? onePage : askedPage(sent.query, page);
  // Where no size is asked for, each page is as long as the first one.
  const { number, size = whole.first ?? wanted.length } = asked;
  const [filter] = filters;
  if (filter === undefined && isSameOrder(sort, sent.query, whole.query)) {
    const slice = wanted.slice((number - 1) * size, number * size);
    return compareSlice(exchange, list, slice, items);
  }
  const all = [...whole.items, ...items];
  const lacking = whole.items.filter((item) => narrowed.some((name) => lacks(exchange, list, name, item)));
  const unsure = [...(filter === undefined ? [] : movingIn(list, all)), ...lacking];
  const part: Part = { wanted, items, whole, filter, unsure };
  return wanted.length > size || number > 1
    ? compareBeyond(exchange, list, part, { number, size })
    : compareAll(exchange, list, part);
}

/** What was asked for, and what came. */
type Part = {
  readonly wanted: readonly unknown[];
  readonly items: readonly unknown[];
  readonly whole: WholeList;
  /** The first filter that was sent, if any. */
  readonly filter: Filter | undefined;
  /** Items that move by themselves, or lack what the filter asks for, so that it can't be judged by them. */
  readonly unsure: readonly unknown[];
};

/** Filtered or in another order, the items are the same where all of them are on the page. */
function compareAll(exchange: Exchange, list: List, part: Part): Outcome[] {
  const { operationId, memory, hold } = exchange;
  const { wanted, items, whole, filter } = part;
  const unsure = new Set(identitiesOf(part.unsure, list));
  const settled = (all: readonly unknown[]): string[] =>
    identitiesOf(all, list).filter((identity) => !unsure.has(identity));
  const held = against([memory.items[operationId]], sameItems(settled(wanted), settled(items), false));
  if (filter === undefined) return [hold('sort', sortOf(list), held)];
  const isTelling = wanted.length > 0 && wanted.length < whole.items.length;
  return unlessEmpty(held, isTelling).map((one) => hold('filter', filter, one));
}

/** A page of what is longer than that. */
function compareBeyond(
  { operationId, memory, sent, hold }: Exchange,
  list: List,
  { wanted, items, filter, unsure }: Part,
  page: Page,
): Outcome[] {
  // What moves by itself may have moved since: then it says nothing about the filter.
  if (unsure.length > 0) return [];
  const order =
    filter !== undefined || list.sort === undefined ? undefined : askedOrder(sent.query, list.sort);
  const held = against([memory.items[operationId]], isPageOf(list, page, wanted, items, order));
  return [filter === undefined ? hold('sort', sortOf(list), held) : hold('filter', filter, held)];
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
  { operationId, memory, sent, hold }: Exchange,
  list: List,
  wanted: readonly unknown[],
  items: readonly unknown[],
): Outcome[] {
  const order = list.sort === undefined ? undefined : askedOrder(sent.query, list.sort);
  const held = isTied(list, wanted, items, order)
    ? 'held'
    : sameItems(identitiesOf(wanted, list), identitiesOf(items, list), true);
  const clause = list.page ? memberOf(list.page, 'number') : list;
  return [hold('paging', clause, against([memory.items[operationId]], held))];
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

/** Whether an item lacks what tells whether the filter keeps it, and the schema check has told so. */
export function lacks(
  { operationId, memory, sent }: Exchange,
  list: List,
  name: string,
  item: unknown,
): boolean {
  const filter = list.filters[name];
  const teller = filter === undefined ? undefined : tellerOf(filter, sent.query[name] ?? '');
  return teller !== undefined && isToldMissing(memory, operationId, item, teller, list.items);
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
  const message = 'it is not the part of the whole list that was asked for';
  return {
    message,
    expected: `${wanted.length} items of the whole list`,
    actual: `${found.length} items: ${parts.join(', ')}`,
  };
}
