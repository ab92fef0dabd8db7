import { joinPointer } from '../base/pointer.ts';
import { isObject } from '../base/read.ts';
import { addPlace, merged, type ShapePlaces } from './merge-shapes.ts';
import type { Shape } from './shape.ts';
import { classOf, tokenOf } from './value-class.ts';

/** The shape of a JSON value: the kind of value at each path, without the values. */
export function toShape(json: unknown): Shape {
  const places: ShapePlaces = new Map();
  addPlaces(places, '', json);
  return merged(places);
}

/** The greatest depth of a path; deeper values are ignored. */
const deepest = 50;

function addPlaces(places: ShapePlaces, path: string, value: unknown, depth = 0): void {
  addPlace(places, path, { values: 1, objects: isObject(value) ? 1 : 0, classes: [classOf(value)] });
  if (depth === deepest) return;
  for (const [name, child] of childrenOf(value)) addPlaces(places, `${path}${name}`, child, depth + 1);
}

function childrenOf(value: unknown): (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((item: unknown) => ['/*', item] as const);
  if (!isObject(value)) return [];
  return Object.entries(value).map(([key, item]) => [joinPointer('', tokenOf(key)), item] as const);
}
