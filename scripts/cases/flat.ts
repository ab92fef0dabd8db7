import type { SchemaObject } from '../model/spec.ts';

/**
 * The schema with the keywords of what it is composed of: all of `allOf`, and of `anyOf` and `oneOf` the one part that
 * is not null. Its own keywords come first.
 */
export function flat(schema: SchemaObject, depth = 0): SchemaObject {
  const parts = [...(schema.allOf ?? []), ...single(schema.anyOf), ...single(schema.oneOf)];
  if (parts.length === 0 || depth > 5) return schema;
  const all = [...parts.map((part) => flat(part, depth + 1)), schema];
  const required = [...new Set(all.flatMap((part) => part.required ?? []))];
  const properties = Object.assign({}, ...all.map((part) => part.properties));
  return Object.assign({}, ...all, required.length > 0 && { required }, { properties });
}

function single(parts: readonly SchemaObject[] = []): SchemaObject[] {
  const others = parts.filter(({ type }) => String(type) !== 'null');
  return others.length === 1 ? others : [];
}
