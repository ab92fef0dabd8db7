import { joinPointer } from '../../base/pointer.ts';
import { isObject } from '../../base/read.ts';
import type { Part } from './parts.ts';

/** The objects of a part's `x-contract`: the whole first, then all that stand in it. */
export function contractParts(part: Part): Part[] {
  return collect(part.node['x-contract'], joinPointer(part.pointer, 'x-contract'), part);
}

function collect(value: unknown, pointer: string, above: Part): Part[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => collect(item, joinPointer(pointer, index), above));
  }
  if (!isObject(value)) return [];
  const part: Part = { kind: 'contract', node: value, pointer, above };
  const inner = Object.entries(value).flatMap(([key, child]) =>
    collect(child, joinPointer(pointer, key), part),
  );
  return [part, ...inner];
}
