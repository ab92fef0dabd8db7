import { joinPointer } from '../base/pointer.ts';
import { contractOf, extension, isObject } from '../base/read.ts';
import type { Parameter } from './api.ts';
import type { Contract, Discovery } from './contract.ts';
import { type ContractPart, clauseOf, isPointer, partIn, textIn, toPart } from './contract-part.ts';
import type { OperationObject, ParameterObject, Spec } from './spec.ts';
import { toFilters } from './to-filters.ts';
import { toList } from './to-list.ts';
import { toRelations } from './to-relation.ts';

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
