import type { SchemaObject } from '../model/spec.ts';

/**
 * The schema merged with all parts of its `allOf`, and with the branch of `anyOf` or `oneOf` if only one is not null.
 * Its own keywords take precedence.
 */
export function flat(schema: SchemaObject, done = new Map<SchemaObject, SchemaObject>()): SchemaObject {
  const known = done.get(schema);
  if (known !== undefined) return known;
  // Set before the recursion, because a schema may contain itself.
  done.set(schema, schema);
  const parts = [...(schema.allOf ?? []), ...single(schema.anyOf), ...single(schema.oneOf)];
  if (parts.length === 0) return schema;
  const all = [...parts.map((part) => flat(part, done)), schema];
  const required = [...new Set(all.flatMap((part) => part.required ?? []))];
  const properties = Object.assign({}, ...all.map((part) => part.properties));
  const result = Object.assign({}, ...all, required.length > 0 && { required }, { properties });
  done.set(schema, result);
  return result;
}

function single(parts: readonly SchemaObject[] = []): SchemaObject[] {
  const others = parts.filter(({ type }) => String(type) !== 'null');
  return others.length === 1 ? others : [];
}
