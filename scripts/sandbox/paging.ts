import type { List, Paging } from '../model/contract.ts';
import type { Outcome } from '../model/outcome.ts';
import { type ClauseResult, memberOf, show } from './clause-result.ts';
import type { Exchange } from './exchange.ts';
import { isToldMissing } from './missing.ts';
import { against } from './recheck.ts';
import { at } from './value-at.ts';

/** The page that was asked for: its number and size, sent or by default. */
export type Asked = { readonly number: number; readonly size: number | undefined };

export function askedPage(query: Readonly<Record<string, string>>, page: Paging): Asked {
  const size = page.size === undefined ? undefined : query[page.size];
  return {
    number: Number(query[page.number] || 1),
    size: size === undefined ? page.defaultSize : Number(size),
  };
}

/** What a page says of itself is true. */
export function checkPaging(
  { operationId, memory, value, sent, hold }: Exchange,
  { page }: List,
  items: readonly unknown[],
): Outcome[] {
  if (page === undefined) return [];
  const asked = askedPage(sent.query, page);
  const said = (pointer: string | undefined): unknown =>
    pointer === undefined ? undefined : at(value, pointer);
  const known = totalIn(value, page);
  const before = asked.size === undefined ? 0 : (asked.number - 1) * asked.size;
  const tell = (member: string, held: readonly ClauseResult[]): Outcome[] =>
    held.map((one) => hold('paging', memberOf(page, member), one));
  return [
    ...tell(
      'size',
      is(asked.size, (size) => atMost(items.length, size)),
    ),
    ...tell(
      'echo',
      is(said(page.echo), (echo) => equal(`${page.echo} tells the number of the page`, echo, asked.number)),
    ),
    ...tell(
      'count',
      is(said(page.count), (count) =>
        equal(`${page.count} counts the items of the page`, count, items.length),
      ),
    ),
    ...tell(
      'total',
      is(known, (all) => enough(all, asked, before, items.length)),
    ),
    // On the last page it may be missing; where it must not, that is for the schema check to tell.
    ...(page.next === undefined || isToldMissing(memory, operationId, value, page.next)
      ? []
      : tell(
          'next',
          nextOf(page.next, page.number, said(page.next), asked, known, items.length, sent.origin),
        )),
  ];
}

/** How many items there are on all pages, as this one says; undefined where it does not. */
export function totalIn(value: unknown, page: Paging | undefined): number | undefined {
  const total = page?.total === undefined ? undefined : at(value, page.total);
  return typeof total === 'number' ? total : undefined;
}

/**
 * The total is the same on all pages, and as many as there are.
 * @param totals what the pages said of it
 * @param count how many items there are, where that is known
 */
export function checkTotals(
  { operationId, memory, hold }: Exchange,
  { page }: List,
  totals: readonly number[],
  count: number | undefined,
): Outcome[] {
  const wanted = count ?? totals[0];
  if (page === undefined || wanted === undefined || totals.length === 0) return [];
  const wrong: ClauseResult = {
    message: `not true: ${page.total} counts the items of all pages`,
    expected: `${wanted} on every page`,
    actual: totals.join(', '),
  };
  const held = totals.every((total) => total === wanted) ? 'held' : wrong;
  return [hold('paging', memberOf(page, 'total'), against([memory.items[operationId]], held))];
}

function is<T>(value: T | undefined | null, check: (value: T) => ClauseResult): ClauseResult[] {
  return value === undefined || value === null ? [] : [check(value)];
}

function atMost(length: number, size: number): ClauseResult {
  if (length <= size) return 'held';
  return {
    message: 'the page is larger than asked for',
    expected: `at most ${size} items`,
    actual: `${length} items`,
  };
}

function equal(message: string, actual: unknown, expected: unknown): ClauseResult {
  return actual === expected
    ? 'held'
    : { message: `not true: ${message}`, expected: show(expected), actual: show(actual) };
}

/** Every page but the last is full, and the last one holds the rest. */
function enough(total: number, { size }: Asked, before: number, length: number): ClauseResult {
  const wanted = size === undefined ? undefined : Math.max(0, Math.min(size, total - before));
  const wrong = wanted === undefined ? total < length : wanted !== length;
  if (!wrong) return 'held';
  const expected = `${wanted === undefined ? `at most ${total}` : wanted} items, for the total is ${total}`;
  return { message: 'the page and the total do not agree', expected, actual: `${length} items` };
}

function nextOf(
  pointer: string,
  parameter: string,
  next: unknown,
  asked: Asked,
  total: number | undefined,
  length: number,
  origin: string,
): ClauseResult[] {
  const has = next !== null && next !== undefined && next !== '' && next !== false;
  const foreign = typeof next === 'string' && /^https?:\/\//.test(next) && next.indexOf(`${origin}/`) !== 0;
  const elsewhere: ClauseResult = {
    message: `${pointer} leads to another host`,
    expected: `a URL at ${origin}`,
    actual: show(next),
  };
  const page = numberIn(next, parameter);
  const other = has && page !== undefined && page !== asked.number + 1;
  const wrong = (expected: string): ClauseResult => {
    return { message: `${pointer} is not right about the next page`, expected, actual: show(next) };
  };
  const rest = foreign ? [elsewhere] : [];
  if (total === undefined || asked.size === undefined || length === 0)
    return other ? [wrong(`page ${asked.number + 1}`), ...rest] : rest;
  const last = asked.number * asked.size >= total;
  const expected = last
    ? 'null or nothing, for this is the last page'
    : 'the next page, for this is not the last one';
  return [last === has || other ? wrong(expected) : 'held', ...rest];
}

/** The number of the page that is named, alone or as the parameter of a URL. */
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
