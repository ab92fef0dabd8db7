import { isObject } from '../model/read.ts';
import type { Place, Shape } from '../model/shape.ts';
import { classOf, tokenOf } from '../model/value-class.ts';
import { joinPointer } from '../pointer.ts';
import { mergeShapes } from './merge.ts';

/** The form of a JSON value: what stands at which path, without the values themselves. */
export function toShape(json: unknown): Shape {
  return mergeShapes(placesIn('', json));
}

/** Names in a path; what is deeper is not looked at. */
const deepest = 50;

/** One shape for each value in it. */
function placesIn(path: string, value: unknown, depth = 0): Shape[] {
  const place: Place = { values: 1, objects: isObject(value) ? 1 : 0, classes: [classOf(value)] };
  const children = depth < deepest ? childrenOf(value) : [];
  return [
    { [path]: place },
    ...children.flatMap(([name, child]) => placesIn(`${path}${name}`, child, depth + 1)),
  ];
}

function childrenOf(value: unknown): (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((item: unknown) => ['/*', item] as const);
  if (!isObject(value)) return [];
  return Object.entries(value).map(([key, item]) => [joinPointer('', tokenOf(key)), item] as const);
}
