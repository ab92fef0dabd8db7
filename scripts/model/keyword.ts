import { isObject } from '../base/read.ts';

/** The value of a schema's keyword, its own or the first one in its `allOf`; undefined when there is none. */
export function keywordOf(schema: unknown, keyword: string, seen = new Set<unknown>()): unknown {
  if (!isObject(schema) || seen.has(schema)) return undefined;
  seen.add(schema);
  if (schema[keyword] !== undefined) return schema[keyword];
  const parts = Array.isArray(schema.allOf) ? schema.allOf : [];
  for (const part of parts) {
    const value = keywordOf(part, keyword, seen);
    if (value !== undefined) return value;
  }
  return undefined;
}
