import type { List } from '../model/contract.ts';
import { type ClauseResult, show } from './clause-result.ts';
import type { ListExchange } from './exchange.ts';
import { identitiesOf } from './identities.ts';
import { comesAfter, type RequestedOrder } from './sort.ts';
import { at } from './value-at.ts';

/** A page by its number, and how many items it has if it is full. */
type NumberedPage = { readonly number: number; readonly size: number };

/**
 * A page of a longer list, filtered or in another order than the whole one. It may have any of the items with equal sort
 * keys; certain is only their number, and that no item before them is left out.
 * @param expected all items of the longer list
 * @param order undefined where the order is not checked
 */
export function isPageOf(
  { list, items }: Pick<ListExchange, 'list' | 'items'>,
  { number, size }: NumberedPage,
  expected: readonly unknown[],
  order?: RequestedOrder,
): ClauseResult {
  const before = (number - 1) * size;
  const wanted = Math.max(0, Math.min(size, expected.length - before));
  const known = new Set(identitiesOf(expected, list));
  const found = identitiesOf(items, list);
  const foreign = found.filter((identity) => !known.has(identity));
  const message = 'it is not the part of the whole list that the request selects';
  const those = `${wanted} of the ${expected.length} items of the whole list`;
  if (foreign.length > 0) {
    const actual = `${foreign.length} that do not belong there (${foreign[0]})`;
    return { message, expected: those, actual };
  }
  if (items.length !== wanted) return { message, expected: those, actual: `${items.length} items` };
  const left = leftOut(list, expected, items, order);
  if (left.length <= before) return 'held';
  const actual = `${left.length} items that come before its last one are not on the page, such as ${left[0]}`;
  return { message, expected: `${those}, ${before} of them on earlier pages`, actual };
}

/** The identities of the items that come before the last one of the page, and are not on it. */
function leftOut(
  list: List,
  expected: readonly unknown[],
  items: readonly unknown[],
  order?: RequestedOrder,
): string[] {
  const pointer = order === undefined ? undefined : list.sort?.keys[order.key];
  const last = pointer === undefined ? undefined : at(items[items.length - 1], pointer);
  if (order === undefined || pointer === undefined || last === undefined || last === null) return [];
  const there = new Set(identitiesOf(items, list));
  const earlier = expected.filter((item) => {
    const value = at(item, pointer);
    if (value === null || value === undefined) return false;
    return order.descending ? comesAfter(value, last) : comesAfter(last, value);
  });
  return identitiesOf(earlier, list).filter((identity) => !there.has(identity));
}

/** Whether two lists of items are the same except for the order of items with equal sort keys. */
export function isTied(
  list: List,
  wanted: readonly unknown[],
  items: readonly unknown[],
  order?: RequestedOrder,
): boolean {
  const pointer = order === undefined ? undefined : list.sort?.keys[order.key];
  if (pointer === undefined || wanted.length !== items.length) return false;
  return items.every((item, index) => show(at(item, pointer)) === show(at(wanted[index], pointer)));
}
