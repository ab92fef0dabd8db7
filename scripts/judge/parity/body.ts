import { mergeShapes } from '../../model/merge-shapes.ts';
import type { Shape, ShapePlace } from '../../model/shape.ts';
import { areCompatible } from '../../model/value-class.ts';
import type { FoundDifference, Sides } from './sides.ts';

/** Objects that must be there before it means anything that all, or none, of them have a property. */
const enough = 3;

/** Places that are always there in one region and never in another, or hold values that don't go together. */
export function bodyDifferences(sides: Sides): FoundDifference[] {
  const bodies = sides.map(({ region, answers }) => {
    const shapes = answers.map(({ shape }) => shape).filter((shape) => shape !== undefined);
    return { region, shapes, merged: mergeShapes(shapes) };
  });
  const paths = Object.keys(mergeShapes(bodies.map(({ merged }) => merged)));
  return paths.flatMap((path) => presence(path, bodies) ?? classes(path, bodies) ?? []);
}

type Body = { readonly region: string; readonly shapes: readonly Shape[]; readonly merged: Shape };

function presence(path: string, bodies: readonly Body[]): FoundDifference | undefined {
  if (path === '' || path.endsWith('/*')) return undefined;
  const parent = path.slice(0, path.lastIndexOf('/'));
  const known = bodies.filter(({ shapes }) => objectsIn(shapes, parent) >= enough);
  const sides = known.map(({ region, merged }) => [region, howOften(merged, parent, path)] as const);
  const words = sides.map(([, often]) => often);
  if (!words.includes('always there') || !words.includes('never there')) return undefined;
  return { what: 'body', where: path, regions: Object.fromEntries(sides) };
}

/** Answers may show the same items again: those of an array count as many as the fullest answer has. */
function objectsIn(shapes: readonly Shape[], parent: string): number {
  const counts = shapes.map((shape) => shape[parent]?.objects ?? 0);
  return parent.includes('/*') ? Math.max(0, ...counts) : counts.filter((count) => count > 0).length;
}

function howOften(merged: Shape, parent: string, path: string): string {
  const values = merged[path]?.values ?? 0;
  if (values === 0) return 'never there';
  return values === merged[parent]?.objects ? 'always there' : 'there at times';
}

function classes(path: string, bodies: readonly Body[]): FoundDifference | undefined {
  const sides = bodies
    .map(({ region, merged }) => [region, notNull(merged[path])] as const)
    .filter(([, found]) => found.length > 0);
  const differ = sides.some(([, some]) => sides.some(([, others]) => !areCompatible(some, others)));
  if (!differ) return undefined;
  const regions = sides.map(([region, found]) => [region, found.join(' or ')] as const);
  return { what: 'body', where: path, regions: Object.fromEntries(regions) };
}

function notNull(place: ShapePlace | undefined): ShapePlace['classes'] {
  return (place?.classes ?? []).filter((each) => each !== 'null');
}
