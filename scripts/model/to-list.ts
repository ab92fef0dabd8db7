import type { Parameter } from './api.ts';
import type { Detail, List, Paging, Sort } from './contract.ts';
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
import { toConditions } from './to-operand.ts';

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
