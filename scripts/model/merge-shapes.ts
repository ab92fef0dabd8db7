import type { Shape, ShapePlace, ValueClass } from './shape.ts';
import { valueClasses } from './shape.ts';

/** The union of the shapes, so that what varies among the responses of one region is not a difference. */
export function mergeShapes(shapes: readonly Shape[]): Shape {
  const places: ShapePlaces = new Map();
  for (const [path, place] of shapes.flatMap((shape) => Object.entries(shape))) addPlace(places, path, place);
  return merged(places);
}

/** The values found at each path so far. */
export type ShapePlaces = Map<string, { values: number; objects: number; readonly classes: Set<ValueClass> }>;

export function merged(places: ShapePlaces): Shape {
  return Object.fromEntries(
    [...places].map(([path, { values, objects, classes }]) => [
      path,
      { values, objects, classes: valueClasses.filter((each) => classes.has(each)) },
    ]),
  );
}

export function addPlace(places: ShapePlaces, path: string, { values, objects, classes }: ShapePlace): void {
  const known = places.get(path) ?? { values: 0, objects: 0, classes: new Set<ValueClass>() };
  known.values += values;
  known.objects += objects;
  for (const each of classes) known.classes.add(each);
  places.set(path, known);
}
