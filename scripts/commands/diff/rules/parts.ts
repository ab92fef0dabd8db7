import { isObject } from '../../../base/read.ts';
import { texts } from './same.ts';

export type SchemaPart = Readonly<Record<string, unknown>>;

/** Schemas that must all hold: a schema and the members of its `allOf` (JSON Schema Core, section 10.2.1.1). */
export type Parts = readonly SchemaPart[];

/** The parts of schemas that must all hold. */
export function partsOf(schemas: readonly unknown[]): Parts {
  const parts = new Set<SchemaPart>();
  const add = (schema: unknown): void => {
    if (schema === false) parts.add({ not: {} });
    if (!isObject(schema) || parts.has(schema)) return;
    parts.add(schema);
    if (Array.isArray(schema.allOf)) for (const part of schema.allOf) add(part);
  };
  for (const schema of schemas) add(schema);
  return [...parts];
}

/** The values of a keyword in the parts, each once. */
export function valuesOf(parts: Parts, keyword: string): unknown[] {
  return [...new Set(parts.flatMap((part) => (part[keyword] === undefined ? [] : [part[keyword]])))];
}

/** The items of a keyword whose values are lists. */
export function itemsOf(parts: Parts, keyword: string): unknown[] {
  return valuesOf(parts, keyword).filter(Array.isArray).flat();
}

/** The members of a keyword whose values are maps. */
export function membersOf(parts: Parts, keyword: string): (readonly [name: string, value: unknown])[] {
  return valuesOf(parts, keyword).flatMap((value) =>
    typeof value === 'object' && value !== null ? Object.entries(value) : [],
  );
}

/** Whether the value of a keyword names something: a property or pattern. */
export function hasOwn(value: unknown, name: string): value is SchemaPart {
  return isObject(value) && Object.hasOwn(value, name);
}

const silent = new Set([
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  '$defs',
  '$id',
  '$schema',
  ...texts,
]);

/** The keywords that restrict values (JSON Schema Core, section 7.6). */
export function assertionsOf(part: SchemaPart): string[] {
  return Object.keys(part).filter((key) => !silent.has(key) && !key.startsWith('x-'));
}

/** A value, quoted for a sentence. */
export function quote(value: unknown): string {
  return value === null ? 'null' : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}
