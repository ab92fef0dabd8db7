import type { List } from '../model/contract.ts';
import { type ClauseResult, show } from './clause-result.ts';
import { identitiesOf } from './identities.ts';
import { comesAfter, type Order } from './sort.ts';
import { at } from './value-at.ts';

/** A page by its number, and how many items it has if it is full. */
export type Page = { readonly number: number; readonly size: number };

/**
 * A page of a list that is longer than that, filtered or in another order than the whole one. Of items that are equal in
 * what they are sorted by, any may stand on it; how many there are, and that none is left out before them, is sure.
 * @param order what it is sorted by; nothing is said of the order without it
 */
export function isPageOf(
  list: List,
  { number, size }: Page,
  expected: readonly unknown[],
  items: readonly unknown[],
  order?: Order,
): ClauseResult {
  const before = (number - 1) * size;
  const wanted = Math.max(0, Math.min(size, expected.length - before));
  const known = new Set(identitiesOf(expected, list));
  const found = identitiesOf(items, list);
  const foreign = found.filter((identity) => !known.has(identity));
  const message = 'it is not the part of the whole list that was asked for';
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

/** The identities of items that come before the last one of the page, and do not stand on it. */
function leftOut(
  list: List,
  expected: readonly unknown[],
  items: readonly unknown[],
  order?: Order,
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

/** Whether two lists of items are the same but for the order of those that are equal in what they are sorted by. */
export function isTied(
  list: List,
  wanted: readonly unknown[],
  items: readonly unknown[],
  order?: Order,
): boolean {
  const pointer = order === undefined ? undefined : list.sort?.keys[order.key];
  if (pointer === undefined || wanted.length !== items.length) return false;
  return items.every((item, index) => show(at(item, pointer)) === show(at(wanted[index], pointer)));
}
