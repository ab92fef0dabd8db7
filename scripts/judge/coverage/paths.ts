import { joinPointer } from '../../base/pointer.ts';
import { isObject } from '../../base/read.ts';
import { tokenOf } from '../../model/value-class.ts';

/**
 * The paths of all properties that a schema names, as they stand in a shape. A schema that is used several times is
 * followed at its first, shallowest place only: that ends recursion, and counts what is written once only once.
 */
export function pathsOf(schema: unknown): string[] {
  const paths = new Set<string>();
  const followed = new Set<object>();
  let level: readonly Step[] = [['', schema]];
  while (level.length > 0) {
    const open = level.filter(([, one]) => isObject(one) && !followed.has(one));
    level = open.flatMap(([path, one]) => {
      if (!isObject(one) || followed.has(one)) return [];
      followed.add(one);
      const properties = propertiesOf(path, one);
      for (const [name] of properties) paths.add(name);
      return [...properties, ...partsOf(path, one), ...itemsOf(path, one)];
    });
  }
  return [...paths];
}

type Step = readonly [path: string, schema: unknown];

type Keywords = Readonly<Record<string, unknown>>;

/** What is only ever sent is in no answer. */
function propertiesOf(path: string, { properties }: Keywords): Step[] {
  if (!isObject(properties)) return [];
  return Object.entries(properties)
    .filter(([, schema]) => !(isObject(schema) && schema.writeOnly === true))
    .map(([name, schema]) => [joinPointer(path, tokenOf(name)), schema] as const);
}

/** Schemas that apply to the same value. */
function partsOf(path: string, schema: Keywords): Step[] {
  const lists = [schema.allOf, schema.anyOf, schema.oneOf];
  const parts = [...lists.flatMap(listIn), schema.if, schema.then, schema.else];
  return parts.map((part) => [path, part] as const);
}

function itemsOf(path: string, { items, prefixItems }: Keywords): Step[] {
  return [items, ...listIn(prefixItems)].map((item) => [`${path}/*`, item] as const);
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
