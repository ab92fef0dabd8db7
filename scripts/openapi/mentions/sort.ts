import { joinPointer } from '../../base/pointer.ts';
import type { Sort } from '../../model/contract.ts';
import type { Mention } from './mention.ts';

/** What sorting names: the parameters, their values, and what the items are sorted by. */
export function sortMentions(operation: string, sort: Sort, each: string): Mention[] {
  const at = (...keys: readonly string[]): string => joinPointer(sort.pointer, ...keys);
  const keys = Object.entries(sort.keys).flatMap(([name, pointer]): Mention[] => [
    { at: at('keys', name), to: 'value', operation, parameter: sort.by, name },
    { at: at('keys', name), to: 'property', operation, each, pointer },
  ]);
  const order: Mention[] =
    sort.default === undefined
      ? []
      : [{ at: at('default'), to: 'key', name: sort.default.key, keys: Object.keys(sort.keys) }];
  return [
    { at: at('by'), to: 'query', operation, name: sort.by },
    ...directionMentions(operation, at('direction'), sort.direction),
    ...keys,
    ...order,
  ];
}

function directionMentions(operation: string, at: string, direction: string | undefined): Mention[] {
  if (direction === undefined) return [];
  const words = ['asc', 'desc'].map(
    (name): Mention => ({ at, to: 'value', operation, parameter: direction, name }),
  );
  return [{ at, to: 'query', operation, name: direction }, ...words];
}
