import type { Paging } from '../model/contract.ts';
import type { Outcome } from '../model/outcome.ts';
import { type ClauseResult, memberOf, show } from './clause-result.ts';
import { type ListExchange, withWhole } from './exchange.ts';
import { isReportedMissing } from './missing.ts';
import { at } from './value-at.ts';

/** The page that the request names: its number and size, sent or by default. */
export type RequestedPage = { readonly number: number; readonly size: number | undefined };

export function requestedPage(query: Readonly<Record<string, string>>, page: Paging): RequestedPage {
  const size = page.size === undefined ? undefined : query[page.size];
  return {
    number: Number(query[page.number] || 1),
    size: size === undefined ? page.defaultSize : Number(size),
  };
}

/** What a page states about itself is true. */
export function checkPaging(exchange: ListExchange): Outcome[] {
  const { operationId, history, value, sent, toOutcome, items } = exchange;
  const { page } = exchange.list;
  if (page === undefined) return [];
  const requested = requestedPage(sent.query, page);
  const stated = (pointer: string | undefined): unknown =>
    pointer === undefined ? undefined : at(value, pointer);
  const report = (member: string, results: readonly ClauseResult[]): Outcome[] =>
    results.map((result) => toOutcome('paging', memberOf(page, member), result));
  // On the last page `next` may be missing; where it must not, the schema check reports that.
  return [
    ...report(
      'size',
      is(requested.size, (size) => atMost(items.length, size)),
    ),
    ...report(
      'echo',
      is(stated(page.echo), (echo) =>
        equal(`${page.echo} is the number of the page`, echo, requested.number),
      ),
    ),
    ...report(
      'count',
      is(stated(page.count), (count) =>
        equal(`${page.count} counts the items of the page`, count, items.length),
      ),
    ),
    ...report(
      'total',
      is(totalIn(value, page), (total) => enough(total, requested, items.length)),
    ),
    ...(page.next === undefined || isReportedMissing(history.missing[operationId], value, page.next)
      ? []
      : report('next', checkNext(exchange, page, page.next))),
  ];
}

/** The number of items on all pages, as this one states it; undefined where it does not. */
export function totalIn(value: unknown, page: Paging | undefined): number | undefined {
  const total = page?.total === undefined ? undefined : at(value, page.total);
  return typeof total === 'number' ? total : undefined;
}

/**
 * The total is the same on all pages, and as many as there are.
 * @param totals what the pages state
 * @param count how many items there are, where that is known
 */
export function checkTotals(
  exchange: ListExchange,
  totals: readonly number[],
  count: number | undefined,
): Outcome[] {
  const { page } = exchange.list;
  const wanted = count ?? totals[0];
  if (page === undefined || wanted === undefined || totals.length === 0) return [];
  const wrong: ClauseResult = {
    message: `not true: ${page.total} counts the items of all pages`,
    expected: `${wanted} on every page`,
    actual: totals.join(', '),
  };
  const result = totals.every((total) => total === wanted) ? 'held' : wrong;
  return [exchange.toOutcome('paging', memberOf(page, 'total'), withWhole(exchange, result))];
}

function is<T>(value: T | undefined | null, check: (value: T) => ClauseResult): ClauseResult[] {
  return value === undefined || value === null ? [] : [check(value)];
}

function atMost(length: number, size: number): ClauseResult {
  if (length <= size) return 'held';
  return {
    message: 'the page is larger than requested',
    expected: `at most ${size} items`,
    actual: `${length} items`,
  };
}

function equal(message: string, actual: unknown, expected: unknown): ClauseResult {
  return actual === expected
    ? 'held'
    : { message: `not true: ${message}`, expected: show(expected), actual: show(actual) };
}

/** Every page except the last is full, and the last one has the rest. */
function enough(total: number, { number, size }: RequestedPage, length: number): ClauseResult {
  const wanted = size === undefined ? undefined : Math.max(0, Math.min(size, total - (number - 1) * size));
  const wrong = wanted === undefined ? total < length : wanted !== length;
  if (!wrong) return 'held';
  const expected = `${wanted === undefined ? `at most ${total}` : wanted} items, because the total is ${total}`;
  return { message: 'the page and the total do not agree', expected, actual: `${length} items` };
}

function checkNext({ value, sent, items }: ListExchange, page: Paging, pointer: string): ClauseResult[] {
  const { origin } = sent;
  const { number, size } = requestedPage(sent.query, page);
  const next = at(value, pointer);
  const total = totalIn(value, page);
  const has = next !== null && next !== undefined && next !== '' && next !== false;
  const foreign = typeof next === 'string' && /^https?:\/\//.test(next) && next.indexOf(`${origin}/`) !== 0;
  const elsewhere: ClauseResult = {
    message: `${pointer} leads to another host`,
    expected: `a URL at ${origin}`,
    actual: show(next),
  };
  const named = numberIn(next, page.number);
  const other = has && named !== undefined && named !== number + 1;
  const wrong = (expected: string): ClauseResult => {
    return { message: `${pointer} is not right about the next page`, expected, actual: show(next) };
  };
  const rest = foreign ? [elsewhere] : [];
  if (total === undefined || size === undefined || items.length === 0)
    return other ? [wrong(`page ${number + 1}`), ...rest] : rest;
  const last = number * size >= total;
  const expected = last
    ? 'null or nothing, because this is the last page'
    : 'the next page, because this is not the last one';
  return [last === has || other ? wrong(expected) : 'held', ...rest];
}

/** The number of the next page, alone or as the parameter of a URL. */
function numberIn(next: unknown, parameter: string): number | undefined {
  const pairs = String(next)
    .split(/[?&#]/)
    .map((pair) => pair.split('='));
  const found = pairs.filter(
    ([name = '']) => name === parameter || name === encodeURIComponent(parameter),
  )[0];
  const text = found === undefined ? String(next) : found[1] || '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
