import { isObject } from './read.ts';

/** The value of a schema's keyword, its own or the first one in its `allOf`; undefined when there is none. */
export function keywordOf(schema: unknown, keyword: string, above: readonly unknown[] = []): unknown {
  if (!isObject(schema) || above.includes(schema)) return undefined;
  if (schema[keyword] !== undefined) return schema[keyword];
  const parts = Array.isArray(schema.allOf) ? schema.allOf : [];
  return parts
    .map((part) => keywordOf(part, keyword, [...above, schema]))
    .find((value) => value !== undefined);
}
