import type { Aggregate, Operand } from '../model/contract.ts';
import type { Exchange } from './exchange.ts';
import { isToldMissing } from './missing.ts';
import { questionOf } from './partition.ts';
import { at, itemsAt } from './value-at.ts';

/** What an operand comes to. `absent`: there is nothing to compare here. `open`: it should be known, and is not. */
export type Known = { readonly value: unknown } | 'absent' | { readonly open: string };

/** Other operations' relations may be about this answer: the first one to each question counts. */
export function recallFirst({ operationId, memory, sent, table, value, inSuite }: Exchange): void {
  if (!table.referred) return;
  const { list } = table.contract;
  const question = questionOf(sent.query, list);
  const first = memory.first[operationId] || {};
  memory.first[operationId] = first;
  const before = first[question];
  // The same request sent again has the newer answer, but not with a later page.
  const isAgain = before?.item === memory.current && memory.walks[operationId] === undefined;
  if (!inSuite || (before !== undefined && !isAgain)) return;
  first[question] = { value, list: list?.items, item: memory.current };
  memory.givers[`${operationId} ${question}`] = memory.current;
}

/** @param item what pointers lead into: the body, or an item of it */
export function evaluate(operand: Operand, item: unknown, exchange: Exchange): Known {
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

function present(value: unknown): Known {
  return value === undefined || value === null || value === '' ? 'absent' : { value };
}

function sumOf(parts: readonly unknown[]): Known {
  if (parts.some((part) => typeof part !== 'number')) return 'absent';
  return { value: parts.reduce<number>((sum, part) => sum + Number(part), 0) };
}

/** Runtime expressions of OpenAPI (3.1, section 4.8.20.3) for what a request said, and `$region`. */
function expressionOf(expression: string, { sent, header, variable }: Exchange): string | undefined {
  const name = expression.split('.').slice(2).join('.');
  if (expression === '$region') return variable('region');
  if (expression.indexOf('$request.path.') === 0) return sent.path[name];
  if (expression.indexOf('$request.query.') === 0) return sent.query[name];
  return expression.indexOf('$response.header.') === 0 ? header(name) : undefined;
}

function aggregate(operand: Aggregate, exchange: Exchange): Known {
  const { operation, items, of, distinct, where } = operand;
  const found = foundIn(operand, exchange);
  if (found === undefined) {
    const place = items === '' ? '' : ` at ${items}`;
    const open = `it cannot be compared with ${operation}: its whole list${place} is not known`;
    return exchange.inSuite && exchange.remember ? { open } : 'absent';
  }
  // The schema check of that operation has told what is missing.
  const needed = [...Object.keys(where), ...(distinct === undefined ? [] : [distinct])];
  const lacks = (item: unknown): boolean =>
    needed.some((pointer) => isToldMissing(exchange.memory, operation, item, pointer, items));
  if (found.some(lacks)) return 'absent';
  const kept = found.filter((item) =>
    Object.keys(where).every((pointer) => holds(where[pointer], at(item, pointer))),
  );
  if (distinct !== undefined) return { value: differentAt(kept, distinct) };
  return of === undefined ? { value: kept.length } : sumOf(kept.map((item) => at(item, of)));
}

/** The items whose answers the operands are taken from. */
export function giversOf(operands: readonly Operand[], { memory, sent, table }: Exchange): string[] {
  const question = questionOf(sent.query, table.contract.list);
  return operands.flatMap((one) => {
    const giver = 'operation' in one ? memory.givers[`${one.operation} ${question}`] : undefined;
    return giver === undefined ? [] : [giver];
  });
}

/** Another operation's items that answer the same question: the same filters in the same window. */
function foundIn({ operation, items }: Aggregate, { memory, sent, table }: Exchange): Items | undefined {
  const question = questionOf(sent.query, table.contract.list);
  const answer = memory.first[operation]?.[question];
  if (answer !== undefined && answer.list !== items) return itemsAt(answer.value, items);
  const whole = memory.lists[operation];
  const isAsked = whole?.complete && question === questionOf(whole.query, whole.list);
  return isAsked ? whole.items : memory.asked[operation]?.[question];
}

type Items = readonly unknown[];

function differentAt(items: Items, pointer: string): number {
  const values = items
    .map((item) => at(item, pointer))
    .filter((value) => value !== null && value !== undefined);
  return new Set(values).size;
}

function holds(values: readonly unknown[] | undefined, value: unknown): boolean {
  return values !== undefined && values.indexOf(value) >= 0;
}
