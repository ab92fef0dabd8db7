import { joinPointer } from '../base/pointer.ts';
import { contractOf, extension, isObject } from '../base/read.ts';
import type { Parameter } from './api.ts';
import type { Contract, Discovery, Relation, RelationRule } from './contract.ts';
import {
  type ContractPart,
  clauseOf,
  isPointer,
  partIn,
  pointerList,
  textIn,
  toPart,
} from './contract-part.ts';
import type { OperationObject, ParameterObject, Spec } from './spec.ts';
import { toFilters } from './to-filters.ts';
import { toList, toOperand, toOperands } from './to-list.ts';

/**
 * What `x-contract` says about the responses of an operation. Malformed parts are left out; the linter reports them
 * (`contract-well-formed`).
 */
export function toContract(
  spec: Spec,
  operation: OperationObject,
  parameters: readonly Parameter[],
): Contract {
  const root = partOf(spec, '', spec.bundle);
  const part = partOf(spec, spec.pointerOf(operation), operation);
  const budget = budgetIn(part) ?? budgetIn(root);
  const list = part && toList(part, parameters);
  return {
    ...(budget !== undefined && { budget }),
    ...(list !== undefined && { list }),
    filters: countsIn(part, parameters),
    relations: part === undefined ? [] : toRelations(part),
  };
}

/** Without items there is nothing to compare, so only filters of counts are possible. */
function countsIn(part: ContractPart | undefined, parameters: readonly Parameter[]): Contract['filters'] {
  const filters = Object.entries(toFilters(part && partIn(part, 'filters'), parameters));
  return Object.fromEntries(filters.filter(([, { keep }]) => keep === 'counts'));
}

function partOf(spec: Spec, pointer: string, object: object): ContractPart | undefined {
  return toPart(spec, joinPointer(pointer, 'x-contract'), extension(object, 'x-contract'));
}

function budgetIn(part: ContractPart | undefined): Contract['budget'] {
  const found = part && /^(\d+(?:\.\d+)?)(ms|s)$/.exec(textIn(part, 'budget') ?? '');
  if (!part || !found) return undefined;
  const ms = Number(found[1]) * (found[2] === 's' ? 1000 : 1);
  return { ...clauseOf(part), pointer: joinPointer(part.pointer, 'budget'), ms };
}

/** Where a parameter's value comes from if the user provides none (`x-contract: { discover: … }`). */
export function toDiscovery(parameter: ParameterObject): Discovery | undefined {
  const discover = contractOf(parameter, 'discover');
  if (!isObject(discover)) return undefined;
  const { operation, property } = discover;
  return typeof operation === 'string' && isPointer(property) ? { operation, property } : undefined;
}

/** The `relations` of an operation's `x-contract`. */
function toRelations({ spec, pointer, value }: ContractPart): readonly Relation[] {
  const list = Array.isArray(value.relations) ? value.relations : [];
  return list.flatMap((entry: unknown, index) => {
    const part = toPart(spec, joinPointer(pointer, 'relations', index), entry);
    return (part && toRelation(part)) ?? [];
  });
}

function toRelation(part: ContractPart): Relation | undefined {
  const { each } = part.value;
  const rule = toRule(part.value);
  if (rule === undefined) return undefined;
  return { ...clauseOf(part), ...(isPointer(each) && { each }), rule };
}

function toRule(value: ContractPart['value']): RelationRule | undefined {
  const ordered = pointerList(value.ordered);
  if (ordered !== undefined) return { kind: 'ordered', moments: ordered };
  const simultaneous = pointerList(value.simultaneous);
  if (simultaneous !== undefined) return { kind: 'simultaneous', moments: simultaneous };
  return value.elapsed === undefined ? toEquals(value) : toElapsed(value.elapsed);
}

/** `sum: […], equals: X` is short for `equals: [{ sum: […] }, X]`. */
function toEquals({ sum, equals }: ContractPart['value']): RelationRule | undefined {
  if (sum === undefined) {
    const operands = toOperands(equals);
    return operands && { kind: 'equals', operands };
  }
  const left = toOperand({ sum });
  const right = toOperand(equals);
  return left && right && { kind: 'equals', operands: [left, right] };
}

function toElapsed(value: unknown): RelationRule | undefined {
  if (!isObject(value)) return undefined;
  const { from, to, is, unit } = value;
  if (!isPointer(from) || !isPointer(to) || !isPointer(is)) return undefined;
  return { kind: 'elapsed', from, to, is, unit: unit === 's' ? 's' : 'ms' };
}
