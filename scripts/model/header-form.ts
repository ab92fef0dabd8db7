import { isObject } from '../base/read.ts';
import type { HeaderForm, JsonKind } from './expectation.ts';

/** What the text of a header in the style `simple` may mean, by its schema. */
export function toHeaderForm(schema: unknown, explode: boolean): HeaderForm {
  const parts = partsOf(schema);
  const items = parts
    .flatMap(({ items: each, prefixItems }) => [each, ...listIn(prefixItems)])
    .flatMap(kindsOf);
  const others = parts.flatMap(({ additionalProperties }) => kindsOf(additionalProperties));
  const names = parts.flatMap(({ properties }) => Object.entries(isObject(properties) ? properties : {}));
  const properties = names.map(([name]) => [
    name,
    unique(names.filter(([other]) => other === name).flatMap(([, part]) => kindsOf(part))),
  ]);
  return {
    kinds: kindsOf(schema),
    ...(explode && { explode }),
    ...(items.length > 0 && { items: unique(items) }),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(others.length > 0 && { others: unique(others) }),
  };
}

function kindsOf(schema: unknown): readonly JsonKind[] {
  return unique(partsOf(schema).flatMap(ownKinds));
}

function ownKinds(schema: Schema): JsonKind[] {
  const { type, const: single, enum: several } = schema;
  const stated = [type].flat().flatMap((name) => kindNamed(String(name)));
  if (stated.length > 0) return stated;
  if (several !== undefined || 'const' in schema)
    return [...listIn(several), ...('const' in schema ? [single] : [])].map(kindOf);
  if ('properties' in schema || 'additionalProperties' in schema) return ['object'];
  return 'items' in schema || 'prefixItems' in schema ? ['array'] : [];
}

const kinds: readonly JsonKind[] = ['array', 'boolean', 'null', 'number', 'object', 'string'];

function kindNamed(name: string): JsonKind[] {
  return kinds.filter((kind) => kind === (name === 'integer' ? 'number' : name));
}

function kindOf(value: unknown): JsonKind {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : (kindNamed(typeof value)[0] ?? 'string');
}

type Schema = Readonly<Record<string, unknown>>;

/** The schema, and those that apply to the same value. */
function partsOf(schema: unknown): Schema[] {
  if (!isObject(schema)) return [];
  const parts = [schema['allOf'], schema['anyOf'], schema['oneOf']].flatMap(listIn);
  return [schema, ...parts.flatMap(partsOf)];
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
