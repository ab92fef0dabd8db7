import { isObject } from '../../../base/read.ts';
import { type ChangePlace, type Pair, placeOf } from './found.ts';
import type { At } from './subject.ts';
import { texts } from './texts.ts';

export type SchemaPart = Readonly<Record<string, unknown>>;

/** All that must hold at once: a schema and what its `allOf` holds (JSON Schema Core, section 10.2.1.1). */
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

/** What the parts say by a keyword, each value once. */
export function valuesOf(parts: Parts, keyword: string): unknown[] {
  return [...new Set(parts.flatMap((part) => (part[keyword] === undefined ? [] : [part[keyword]])))];
}

/** Where a keyword is written; the schema itself where neither description has it. */
export function keywordPlace({ specs }: At, { base, revision }: Pair<Parts>, keyword: string): ChangePlace {
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

/** The keywords by which a schema allows less than anything (JSON Schema Core, section 7.6). */
export function assertionsOf(part: SchemaPart): string[] {
  return Object.keys(part).filter((key) => !annotations.has(key) && !key.startsWith('x-'));
}

/** A value as it is quoted in a sentence. */
export function quote(value: unknown): string {
  return value === null ? 'null' : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}
