import { joinPointer } from '../../base/pointer.ts';
import { isObject } from '../../base/read.ts';
import type { CaseResult } from '../../model/run-result.ts';
import { tokenOf } from '../../model/value-class.ts';
import type { PartsOf } from './evidence.ts';

/** Properties in the schemas of successes: exercised if a response had one. */
export const properties: PartsOf = (operation, evidence) =>
  operation.responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap((response) => {
      const received = evidence.responses(operation, response);
      const paths = new Set(response.contents.flatMap(({ form }) => pathsOf(form)));
      return [...paths].map((path) => ({
        exercised: received.some(({ shape }) => shape?.[path] !== undefined),
        name: path,
        status: response.status,
        reason: () =>
          received.length > 0 ? whyAbsent(received, path) : evidence.whyNoResponse(operation, response),
      }));
    });

function whyAbsent(received: readonly CaseResult[], path: string): string {
  const parent = path.slice(0, path.lastIndexOf('/'));
  const hasParent = received.some(({ shape }) => (shape?.[parent]?.objects ?? 0) > 0);
  return hasParent ? 'no response has it' : 'no response has the object that it belongs to';
}

/**
 * The paths of all properties in a schema, written as in a `Shape`. A schema that is used several times is followed only
 * at its first, shallowest place. That ends recursion, and counts each property once.
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

/** A `writeOnly` property is in no response. */
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
