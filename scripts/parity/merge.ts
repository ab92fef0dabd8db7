import type { Place, Shape, ValueClass } from '../model/shape.ts';
import { valueClasses } from '../model/shape.ts';

/** All that stands in any of them: what varies among the answers of one region is then no difference any more. */
export function mergeShapes(shapes: readonly Shape[]): Shape {
  const places = new Map<string, Merged>();
  for (const [path, place] of shapes.flatMap((shape) => Object.entries(shape))) add(places, path, place);
  return Object.fromEntries(
    [...places].map(([path, { values, objects, classes }]) => [
      path,
      { values, objects, classes: valueClasses.filter((each) => classes.has(each)) },
    ]),
  );
}

type Merged = { values: number; objects: number; readonly classes: Set<ValueClass> };

function add(places: Map<string, Merged>, path: string, { values, objects, classes }: Place): void {
  const merged = places.get(path) ?? { values: 0, objects: 0, classes: new Set<ValueClass>() };
  merged.values += values;
  merged.objects += objects;
  for (const each of classes) merged.classes.add(each);
  places.set(path, merged);
}
