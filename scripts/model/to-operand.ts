import { isObject } from '../base/read.ts';
import type { Aggregate, Operand } from './contract.ts';
import { isPointer, pointerList } from './contract-part.ts';

/** An expression for a value of the request, of a header, or of the run; the schema of `x-contract` repeats it. */
const expression = /^\$(?:region|request\.(?:path|query)\..+|response\.header\..+)$/;

/** The operands of an `equals`: two at least, all of them well formed. */
export function toOperands(value: unknown): readonly Operand[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const operands = list.flatMap((entry) => toOperand(entry) ?? []);
  return operands.length === list.length && list.length > 1 ? operands : undefined;
}

/** One side of an equation. */
export function toOperand(value: unknown): Operand | undefined {
  if (typeof value === 'number') return { number: value };
  if (isPointer(value)) return { at: value };
  if (typeof value === 'string') return expression.test(value) ? { expression: value } : undefined;
  if (!isObject(value)) return undefined;
  const sum = pointerList(value.sum);
  if (sum !== undefined) return { sum };
  if (value.operation === undefined && isPointer(value.count)) return { count: value.count };
  return toAggregate(value);
}

function toAggregate({
  operation,
  count,
  sum,
  of: property,
  distinct,
  where,
}: Readonly<Record<string, unknown>>): Aggregate | undefined {
  if (typeof operation !== 'string') return undefined;
  const conditions = toConditions(where);
  if (isPointer(count)) {
    return { operation, items: count, ...(isPointer(distinct) && { distinct }), where: conditions };
  }
  if (!isPointer(sum) || !isPointer(property)) return undefined;
  return { operation, items: sum, of: property, where: conditions };
}

/** By pointer, the values of which an item must have one. */
export function toConditions(where: unknown): Aggregate['where'] {
  const entries = Object.entries(isObject(where) ? where : {});
  return Object.fromEntries(
    entries.map(([pointer, wanted]) => [pointer, Array.isArray(wanted) ? wanted : [wanted]] as const),
  );
}
