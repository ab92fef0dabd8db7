import { isObject } from '../base/read.ts';
import type { Parameter } from './api.ts';
import type { Aggregate, Detail, List, Operand, Paging, Sort } from './contract.ts';
import {
  type ContractPart,
  clauseOf,
  isPointer,
  partIn,
  pointerList,
  pointerMap,
  textIn,
} from './contract-part.ts';
import { keywordOf } from './keyword.ts';
import { queryParameter, toFilters } from './to-filters.ts';

/** The `list` of an operation's `x-contract`. */
export function toList(contract: ContractPart, parameters: readonly Parameter[]): List | undefined {
  const part = partIn(contract, 'list');
  const { items, identity } = part?.value ?? {};
  if (part === undefined || !isPointer(items) || !isPointer(identity)) return undefined;
  const page = toPaging(partIn(part, 'page'), parameters);
  const sort = toSort(partIn(part, 'sort'));
  const detail = toDetail(partIn(part, 'detail'));
  return {
    ...clauseOf(part),
    items,
    identity,
    moving: toConditions(part.value.moving),
    ...(page !== undefined && { page }),
    filters: toFilters(partIn(part, 'filters'), parameters),
    ...(sort !== undefined && { sort }),
    ...(detail !== undefined && { detail }),
  };
}

function toPaging(part: ContractPart | undefined, parameters: readonly Parameter[]): Paging | undefined {
  const number = part && textIn(part, 'number');
  if (part === undefined || number === undefined) return undefined;
  const { echo, count, total, next } = part.value;
  const size = textIn(part, 'size');
  const schema = size === undefined ? undefined : queryParameter(parameters, size)?.schema;
  const defaultSize = keywordOf(schema, 'default');
  const maximumSize = keywordOf(schema, 'maximum');
  return {
    ...clauseOf(part),
    number,
    ...(size !== undefined && { size }),
    ...(isPointer(echo) && { echo }),
    ...(isPointer(count) && { count }),
    ...(isPointer(total) && { total }),
    ...(isPointer(next) && { next }),
    ...(typeof defaultSize === 'number' && { defaultSize }),
    ...(typeof maximumSize === 'number' && { maximumSize }),
  };
}

function toSort(part: ContractPart | undefined): Sort | undefined {
  const by = part && textIn(part, 'by');
  const keys = part && pointerMap(part.value.keys);
  if (part === undefined || by === undefined || keys === undefined) return undefined;
  const direction = textIn(part, 'direction');
  const order = toOrder(textIn(part, 'default') ?? '');
  return {
    ...clauseOf(part),
    by,
    ...(direction !== undefined && { direction }),
    keys,
    ...(order !== undefined && { default: order }),
  };
}

/** `last_run desc`, `-last_run`, or `last_run`, which is ascending; undefined if the text is not an order. */
export function toOrder(text: string): Sort['default'] {
  const found = /^(-?)(\S.*?)(?: (asc|desc))?$/.exec(text);
  const key = found?.[2];
  return key === undefined ? undefined : { key, descending: found?.[1] === '-' || found?.[3] === 'desc' };
}

function toDetail(part: ContractPart | undefined): Detail | undefined {
  const operation = part && textIn(part, 'operation');
  const parameter = part && textIn(part, 'parameter');
  if (part === undefined || operation === undefined || parameter === undefined) return undefined;
  const same = pointerList(part.value.same);
  return { ...clauseOf(part), operation, parameter, ...(same !== undefined && { same }) };
}

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
function toConditions(where: unknown): Aggregate['where'] {
  const entries = Object.entries(isObject(where) ? where : {});
  return Object.fromEntries(
    entries.map(([pointer, wanted]) => [pointer, Array.isArray(wanted) ? wanted : [wanted]] as const),
  );
}
