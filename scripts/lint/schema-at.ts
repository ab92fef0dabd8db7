import { isObject } from '../model/read.ts';
import { parsePointer } from '../pointer.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The schemas that describe the value at a JSON pointer into what the given ones describe; none: undescribed. */
export function schemasAt(schemas: readonly unknown[], pointer: string): readonly Schema[] {
  return parsePointer(pointer).reduce<readonly Schema[]>(
    (found, token) => withParts(found.flatMap((schema) => step(schema, token))),
    withParts(schemas),
  );
}

/** The names of the properties that the schemas describe. */
export function propertiesOf(schemas: readonly Schema[]): readonly string[] {
  return schemas.flatMap(({ properties }) => Object.keys(isObject(properties) ? properties : {}));
}

function step({ properties, prefixItems, items }: Schema, token: string): readonly unknown[] {
  const property = isObject(properties) && Object.hasOwn(properties, token) ? [properties[token]] : [];
  if (!/^\d+$/.test(token)) return property;
  return [...property, Array.isArray(prefixItems) ? prefixItems[Number(token)] : undefined, items];
}

/** The schemas, and all that they are composed of. */
function withParts(schemas: readonly unknown[]): readonly Schema[] {
  const found = new Set<Schema>();
  const add = (schema: unknown): void => {
    if (!isObject(schema) || found.has(schema)) return;
    found.add(schema);
    for (const parts of [schema.allOf, schema.anyOf, schema.oneOf]) {
      for (const part of Array.isArray(parts) ? parts : []) add(part);
    }
  };
  for (const schema of schemas) add(schema);
  return [...found];
}
