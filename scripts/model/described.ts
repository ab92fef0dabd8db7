import { isObject } from '../base/read.ts';
import type { Described } from './expectation.ts';
import { degreeOf } from './pattern-degree.ts';

type Schema = Readonly<Record<string, unknown>>;

/**
 * What schemas describe, as a table without references: entry 0 is the value of the first schema, and so on. It has
 * an entry for each set of schemas that apply to the same value, so recursion ends.
 */
export function toDescribed(schemas: readonly unknown[]): Described[] {
  const table: Described[] = schemas.map(() => ({}));
  const numbers = new Map<string, number>();
  const names = new Map<Schema, number>();
  const nameOf = (schema: Schema): number => {
    const name = names.get(schema) ?? names.size;
    names.set(schema, name);
    return name;
  };
  const describe = (parts: readonly Schema[]): Described => {
    const properties = Object.entries(membersOf(parts, 'properties')).map(
      ([name, values]) => [name, numberOf(values)] as const,
    );
    const patterns = Object.entries(membersOf(parts, 'patternProperties'))
      .filter(isFast)
      .map(([pattern, values]) => [pattern, numberOf(values)] as const);
    const items = numberOf(parts.flatMap(({ items: each, prefixItems }) => [each, ...listIn(prefixItems)]));
    const others = numberOf(parts.map(({ additionalProperties }) => additionalProperties));
    return {
      ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
      ...(items >= 0 && { items }),
      ...(others >= 0 && { others }),
      ...(patterns.length > 0 && { patterns: Object.fromEntries(patterns) }),
      ...(parts.some(constrainsOthers) && { open: true }),
    };
  };
  const numberOf = (values: readonly unknown[]): number => {
    const parts = withParts(values);
    if (!parts.some(describesContent)) return -1;
    const key = parts.map(nameOf).toSorted().join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = table.push({}) - 1;
    numbers.set(key, number);
    table[number] = describe(parts);
    return number;
  };
  schemas.forEach((schema, index) => {
    table[index] = describe(withParts([schema]));
  });
  return table;
}

/**
 * If a schema constrains the properties that it does not name, the schema check covers them. Names are not compared with
 * patterns that are invalid or slow.
 */
function constrainsOthers(schema: Schema): boolean {
  const { patternProperties } = schema;
  const patterns = Object.keys(isObject(patternProperties) ? patternProperties : {});
  if (patterns.some((pattern) => degreeOf(pattern) !== 1)) return true;
  return ['additionalProperties', 'unevaluatedProperties'].some((key) => key in schema);
}

/** Nothing can interrupt a pattern in Postman's sandbox. */
function isFast([pattern]: readonly [pattern: string, ...unknown[]]): boolean {
  return degreeOf(pattern) === 1;
}

function describesContent(schema: Schema): boolean {
  return ['properties', 'patternProperties', 'items', 'prefixItems', 'additionalProperties'].some((key) =>
    isObject(schema[key]),
  );
}

/** The schemas, with all parts that apply to the same value. */
function withParts(values: readonly unknown[]): Schema[] {
  const found = new Set<Schema>();
  const add = (schema: unknown): void => {
    if (!isObject(schema) || found.has(schema)) return;
    found.add(schema);
    const { allOf, anyOf, oneOf, dependentSchemas } = schema;
    for (const part of [allOf, anyOf, oneOf].flatMap(listIn)) add(part);
    for (const part of [schema.if, schema.then, schema.else]) add(part);
    for (const part of Object.values(isObject(dependentSchemas) ? dependentSchemas : {})) add(part);
  };
  for (const value of values) add(value);
  return [...found];
}

function membersOf(
  parts: readonly Schema[],
  keyword: 'properties' | 'patternProperties',
): Record<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const { [keyword]: members } of parts)
    for (const [name, schema] of Object.entries(isObject(members) ? members : {}))
      found.set(name, [...(found.get(name) ?? []), schema]);
  return Object.fromEntries(found);
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
