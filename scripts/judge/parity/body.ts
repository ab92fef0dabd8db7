import { mergeShapes } from '../../model/merge-shapes.ts';
import type { Shape, ShapePlace } from '../../model/shape.ts';
import { areCompatible } from '../../model/value-class.ts';
import { type FoundDifference, presenceDifference, type RegionResponses, toPresence } from './presence.ts';

/** With fewer objects it may be chance that all, or none, of them have a property. */
const minObjects = 3;

/** Paths that are always there in one region and never in another, or that have incompatible values. */
export function bodyDifferences(regions: RegionResponses): FoundDifference[] {
  const bodies = regions.map(({ region, responses }) => {
    const shapes = responses.map(({ shape }) => shape).filter((shape) => shape !== undefined);
    return { region, shapes, merged: mergeShapes(shapes) };
  });
  const paths = Object.keys(mergeShapes(bodies.map(({ merged }) => merged)));
  return paths.flatMap((path) => propertyDifference(path, bodies) ?? classDifference(path, bodies) ?? []);
}

type Body = { readonly region: string; readonly shapes: readonly Shape[]; readonly merged: Shape };

function propertyDifference(path: string, bodies: readonly Body[]): FoundDifference | undefined {
  if (path === '' || path.endsWith('/*')) return undefined;
  const parent = path.slice(0, path.lastIndexOf('/'));
  const known = bodies.filter(({ shapes }) => objectsIn(shapes, parent) >= minObjects);
  const byRegion = known.map(({ region, merged }) => {
    return [region, toPresence(merged[path]?.values ?? 0, merged[parent]?.objects)] as const;
  });
  return presenceDifference('body', path, byRegion);
}

/** Responses may repeat the items of an array, so only the largest number in one response counts. */
function objectsIn(shapes: readonly Shape[], parent: string): number {
  const counts = shapes.map((shape) => shape[parent]?.objects ?? 0);
  return parent.includes('/*') ? Math.max(0, ...counts) : counts.filter((count) => count > 0).length;
}

function classDifference(path: string, bodies: readonly Body[]): FoundDifference | undefined {
  const found = bodies
    .map(({ region, merged }) => [region, notNull(merged[path])] as const)
    .filter(([, classes]) => classes.length > 0);
  const differ = found.some(([, some]) => found.some(([, others]) => !areCompatible(some, others)));
  if (!differ) return undefined;
  const regions = found.map(([region, classes]) => [region, classes.join(' or ')] as const);
  return { what: 'body', where: path, regions: Object.fromEntries(regions) };
}

function notNull(place: ShapePlace | undefined): ShapePlace['classes'] {
  return (place?.classes ?? []).filter((each) => each !== 'null');
}
