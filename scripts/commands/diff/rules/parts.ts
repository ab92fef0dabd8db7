import { isObject } from '../../../base/read.ts';
import { type ChangePlace, type Pair, placeOf } from './found-change.ts';
import type { SchemaContext } from './schema-context.ts';
import { texts } from './texts.ts';

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

/** The location of a keyword, or of the schema if neither spec has the keyword. */
export function keywordPlace(
  { specs }: SchemaContext,
  { base, revision }: Pair<Parts>,
  keyword: string,
): ChangePlace {
  const now = revision.find((part) => part[keyword] !== undefined);
  const before = base.find((part) => part[keyword] !== undefined);
  return now === undefined && before === undefined
    ? placeOf(specs, { base: base[0], revision: revision[0] })
    : placeOf(specs, { base: before, revision: now }, keyword);
}

const annotations = new Set([
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
  return Object.keys(part).filter((key) => !annotations.has(key) && !key.startsWith('x-'));
}

/** A value, quoted for a sentence. */
export function quote(value: unknown): string {
  return value === null ? 'null' : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}
