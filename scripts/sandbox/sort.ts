import type { Sort } from '../model/contract.ts';
import type { Outcome } from '../model/outcome.ts';
import { type ClauseResult, memberOf, show } from './clause-result.ts';
import type { ListExchange } from './exchange.ts';
import { momentOf } from './moment.ts';
import { at } from './value-at.ts';

export type RequestedOrder = { readonly key: string; readonly descending: boolean };

/** The order in the request, or the default. */
export function requestedOrder(
  query: Readonly<Record<string, string>>,
  sort: Sort,
): RequestedOrder | undefined {
  const by = query[sort.by];
  const direction = sort.direction === undefined ? undefined : query[sort.direction];
  const descends = direction === undefined ? undefined : /^desc|^-|^down/i.test(direction);
  if (by === undefined) {
    if (sort.default === undefined) return undefined;
    return { key: sort.default.key, descending: descends === undefined ? sort.default.descending : descends };
  }
  if (sort.direction === undefined) {
    return { key: by.replace(/^[-+]/, ''), descending: by.charAt(0) === '-' };
  }
  // Without a direction the default's counts, if there is one.
  const fallback = sort.default === undefined ? undefined : sort.default.descending;
  const descending = descends === undefined ? fallback : descends;
  return descending === undefined ? undefined : { key: by, descending };
}

/** The items are in the requested order; null and missing values have no place in it. */
export function checkSort({ sent, toOutcome, inSuite, list, items }: ListExchange): Outcome[] {
  const { sort } = list;
  const order = sort === undefined ? undefined : requestedOrder(sent.query, sort);
  const pointer = order === undefined || sort === undefined ? undefined : sort.keys[order.key];
  if (sort === undefined || order === undefined || pointer === undefined) return [];
  const values = items
    .map((item) => at(item, pointer))
    .filter((value) => value !== null && value !== undefined);
  const isRequested = sent.query[sort.by] !== undefined;
  if (new Set(values).size < 2) {
    const inconclusive = `the list has no two different values of ${pointer}: no order can be seen`;
    return isRequested && inSuite
      ? [toOutcome('sort', memberOf(sort, 'keys', order.key), { inconclusive })]
      : [];
  }
  return [toOutcome('sort', memberOf(sort, 'keys', order.key), inOrder(values, order, pointer))];
}

function inOrder(values: readonly unknown[], { descending }: RequestedOrder, pointer: string): ClauseResult {
  for (let index = 1; index < values.length; index += 1) {
    const [first, second] = descending
      ? [values[index], values[index - 1]]
      : [values[index - 1], values[index]];
    if (comesAfter(first, second)) {
      const expected = `${pointer} ${descending ? 'descending' : 'ascending'}`;
      const actual = `${show(values[index - 1])}, then ${show(values[index])}, at item ${index}`;
      return { message: 'the list is in another order', expected, actual };
    }
  }
  return 'held';
}

/** With or without a zone, or a fraction of a second. */
const time = /^\d{4}-\d\d-\d\dT\d/;

/** Texts may be ordered with or without regard to case: an order is only wrong if it is wrong both ways. */
export function comesAfter(first: unknown, second: unknown): boolean {
  if (isNumber(first) && isNumber(second)) return first > second;
  const [a, b] = [String(first), String(second)];
  if (time.test(a) && time.test(b)) return momentOf(a) > momentOf(b);
  return a > b && a.toLowerCase() > b.toLowerCase();
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}
