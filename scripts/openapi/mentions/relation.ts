import { joinPointer } from '../../base/pointer.ts';
import type { Aggregate, Operand, Relation } from '../../model/contract.ts';
import type { Mention } from './mention.ts';

/** The mentions of a relation: properties of its own success, parameters of the request, and other operations. */
export function relationMentions(operation: string, { pointer, each, rule }: Relation): Mention[] {
  const property = (at: string, path: string): Mention => ({
    at,
    to: 'property',
    operation,
    ...(each !== undefined && { each }),
    pointer: path,
  });
  const array: Mention[] =
    each === undefined ? [] : [{ at: joinPointer(pointer, 'each'), to: 'array', operation, pointer: each }];
  if (rule.kind === 'equals') {
    const operands = rule.operands.flatMap((operand, index) => {
      const at = joinPointer(pointer, 'equals', index);
      if ('at' in operand) return [property(at, operand.at)];
      if ('count' in operand) return [{ at, to: 'array', operation, pointer: operand.count } as const];
      if ('sum' in operand) return operand.sum.map((path) => property(at, path));
      return otherMentions(operation, at, operand);
    });
    return [...array, ...operands];
  }
  if (rule.kind === 'elapsed') {
    const at = (key: string): string => joinPointer(pointer, 'elapsed', key);
    return [...array, ...(['from', 'to', 'is'] as const).map((key) => property(at(key), rule[key]))];
  }
  const moments = rule.moments.map((path, index) => property(joinPointer(pointer, rule.kind, index), path));
  return [...array, ...moments];
}

function otherMentions(operation: string, at: string, operand: Operand): Mention[] {
  if ('operation' in operand) return aggregateMentions(at, operand);
  const [, of, part, name] =
    'expression' in operand ? (/^\$(request|response)\.(\w+)\.(.+)$/.exec(operand.expression) ?? []) : [];
  if (of === undefined || name === undefined) return [];
  if (of === 'response') return [{ at, to: 'header', operation, name }];
  return [{ at, to: part === 'path' ? 'path' : 'query', operation, name }];
}

function aggregateMentions(place: string, { operation, items, of, distinct, where }: Aggregate): Mention[] {
  const at = (...keys: readonly string[]): string => joinPointer(place, ...keys);
  const item = (pointer: string, ...keys: readonly string[]): Mention => ({
    at: at(...keys),
    to: 'property',
    operation,
    each: items,
    pointer,
  });
  return [
    { at: at('operation'), to: 'operation', operation },
    { at: at(of === undefined ? 'count' : 'sum'), to: 'array', operation, pointer: items },
    ...(of === undefined ? [] : [item(of, 'of')]),
    ...(distinct === undefined ? [] : [item(distinct, 'distinct')]),
    ...Object.keys(where).map((pointer) => item(pointer, 'where', pointer)),
  ];
}
