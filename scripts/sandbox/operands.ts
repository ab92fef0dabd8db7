import type { Aggregate, Operand } from '../model/contract.ts';
import type { CheckedExchange } from './exchange.ts';
import { record } from './history.ts';
import { isReportedMissing } from './missing.ts';
import { queryKey } from './partition.ts';
import { at, itemsAt } from './value-at.ts';

/** `absent`: there is nothing to compare. `inconclusive`: the value should be known, and is not. */
export type OperandValue = { readonly value: unknown } | 'absent' | { readonly inconclusive: string };

/** Relations of other operations may refer to this response: the first one to each query counts. */
export function recordFirstResponse(exchange: CheckedExchange): void {
  const { operationId, request, history, sent, table, value, inSuite } = exchange;
  if (!table.referred || !inSuite) return;
  const { list } = table.contract;
  const key = queryKey(operationId, sent.query, list);
  const before = history.first[key];
  // The same request sent again has the newer response, but not if that is a later page.
  if (before !== undefined && (before.request !== request || history.pages[operationId])) return;
  record(history.first, key, { value, list: list?.items, request });
  record(history.sources, key, request);
}

/** @param item what pointers lead into: the body, or an item of it */
export function evaluate(operand: Operand, item: unknown, exchange: CheckedExchange): OperandValue {
  if ('number' in operand) return { value: operand.number };
  if ('sum' in operand) return sumOf(operand.sum.map((pointer) => at(item, pointer)));
  if ('count' in operand) {
    const items = itemsAt(item, operand.count);
    return items === undefined ? 'absent' : { value: items.length };
  }
  if ('expression' in operand) return present(expressionOf(operand.expression, exchange));
  if ('operation' in operand) return aggregate(operand, exchange);
  return present(at(item, operand.at));
}

function present(value: unknown): OperandValue {
  return value === undefined || value === null || value === '' ? 'absent' : { value };
}

function sumOf(parts: readonly unknown[]): OperandValue {
  const numbers = parts.filter((part) => typeof part === 'number' || typeof part === 'bigint');
  if (numbers.length < parts.length) return 'absent';
  // Adding doubles would round large integers.
  const isLarge = numbers.some((number) => typeof number === 'bigint') && numbers.every(isWhole);
  return isLarge
    ? { value: numbers.reduce<bigint>((sum, number) => sum + BigInt(number), BigInt(0)) }
    : { value: numbers.reduce<number>((sum, number) => sum + Number(number), 0) };
}

function isWhole(number: number | bigint): boolean {
  return typeof number === 'bigint' || Number.isInteger(number);
}

/** Runtime expressions of OpenAPI (3.1, section 4.8.20.3) for the request and headers, and `$region`. */
function expressionOf(expression: string, { sent, header, variable }: CheckedExchange): string | undefined {
  const name = expression.split('.').slice(2).join('.');
  if (expression === '$region') return variable('region');
  if (expression.indexOf('$request.path.') === 0) return sent.path[name];
  if (expression.indexOf('$request.query.') === 0) return sent.query[name];
  return expression.indexOf('$response.header.') === 0 ? header(name) : undefined;
}

function aggregate(operand: Aggregate, exchange: CheckedExchange): OperandValue {
  const { operation, items, of, distinct, where } = operand;
  const found = foundIn(operand, exchange);
  if (found === undefined) {
    const place = items === '' ? '' : ` at ${items}`;
    const inconclusive = `it cannot be compared with ${operation}: its whole list${place} is not known`;
    return exchange.inSuite && exchange.remember ? { inconclusive } : 'absent';
  }
  // The schema check of that operation reports what is missing.
  const needed = [...Object.keys(where), ...(distinct === undefined ? [] : [distinct])];
  const lacks = (item: unknown): boolean =>
    needed.some((pointer) => isReportedMissing(exchange.history.missing[operation], item, pointer, items));
  if (found.some(lacks)) return 'absent';
  const kept = found.filter((item) =>
    Object.keys(where).every((pointer) => isOneOf(where[pointer], at(item, pointer))),
  );
  if (distinct !== undefined) return { value: differentAt(kept, distinct) };
  return of === undefined ? { value: kept.length } : sumOf(kept.map((item) => at(item, of)));
}

/** The requests whose responses the operands are taken from. */
export function sourcesOf(
  operands: readonly Operand[],
  { history, sent, table }: CheckedExchange,
): (string | undefined)[] {
  const { list } = table.contract;
  return operands.map((one) =>
    'operation' in one ? history.sources[queryKey(one.operation, sent.query, list)] : undefined,
  );
}

/** Another operation's items for the same query: the same filters in the same time window. */
function foundIn(
  { operation, items }: Aggregate,
  { history, sent, table }: CheckedExchange,
): Items | undefined {
  const key = queryKey(operation, sent.query, table.contract.list);
  const first = history.first[key];
  if (first !== undefined && first.list !== items) return itemsAt(first.value, items);
  const whole = history.lists[operation];
  const isWhole = whole?.complete && key === queryKey(operation, whole.query, whole.list);
  return isWhole ? whole.items : history.items[key];
}

type Items = readonly unknown[];

function differentAt(items: Items, pointer: string): number {
  const values = items
    .map((item) => at(item, pointer))
    .filter((value) => value !== null && value !== undefined);
  return new Set(values).size;
}

function isOneOf(values: readonly unknown[] | undefined, value: unknown): boolean {
  return values !== undefined && values.indexOf(value) >= 0;
}
