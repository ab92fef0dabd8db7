import type { Aggregate, Operand } from '../model/contract.ts';
import { at, itemsAt } from './at.ts';
import type { Exchange } from './exchange.ts';
import { questionOf } from './parts.ts';

/** What an operand comes to. `absent`: there is nothing to compare here. `open`: it should be known, and is not. */
export type Known = { readonly value: unknown } | 'absent' | { readonly open: string };

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

/** Another operation's items that answer the same question: the same filters in the same window. */
function aggregate({ operation, of, distinct, where }: Aggregate, exchange: Exchange): Known {
  const { memory, sent, table, remember, inSuite } = exchange;
  const whole = memory.lists[operation];
  const own = table.contract.list;
  const question = questionOf(sent.query, own);
  const same = whole !== undefined && question === questionOf(whole.query, whole.list);
  const asked = memory.asked[operation];
  const found = same && whole.complete ? whole.items : asked?.[question];
  if (found === undefined) {
    const open = `it cannot be compared with ${operation}: its whole list is not known`;
    return inSuite && remember ? { open } : 'absent';
  }
  const kept = found.filter((item) =>
    Object.keys(where).every((pointer) => holds(where[pointer], at(item, pointer))),
  );
  if (distinct !== undefined) return { value: differentAt(kept, distinct) };
  return of === undefined ? { value: kept.length } : sumOf(kept.map((item) => at(item, of)));
}

function differentAt(items: readonly unknown[], pointer: string): number {
  const values = items
    .map((item) => at(item, pointer))
    .filter((value) => value !== null && value !== undefined);
  return values.filter((value, index) => values.indexOf(value) === index).length;
}

function holds(values: readonly unknown[] | undefined, value: unknown): boolean {
  return values !== undefined && values.indexOf(value) >= 0;
}
