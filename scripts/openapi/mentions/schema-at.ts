import { joinPointer, parsePointer } from '../../base/pointer.ts';
import { isObject } from '../../base/read.ts';
import type { Provenance } from '../../model/contract.ts';
import { provenanceAt, weaker } from '../../model/provenance.ts';
import type { Spec } from '../../model/spec.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The schemas of the value at a JSON pointer, relative to the given schemas. Empty if it is not described. */
export function schemasAt(schemas: readonly unknown[], pointer: string): readonly Schema[] {
  return parsePointer(pointer).reduce<readonly Schema[]>(
    (found, token) => withParts(found.flatMap((schema) => step(schema, token))),
    withParts(schemas),
  );
}

/**
 * The provenance of the property at a JSON pointer: that of the least certain step. If several schemas describe a step,
 * the most certain one counts.
 */
export function propertyProvenance(spec: Spec, schemas: readonly unknown[], pointer: string): Provenance {
  let found = withParts(schemas);
  let provenance: Provenance = 'documented';
  for (const token of parsePointer(pointer)) {
    const marks = found.flatMap((schema) =>
      keysOf(schema, token).map((keys) =>
        provenanceAt(spec.bundle, joinPointer(spec.pointerOf(schema), ...keys)),
      ),
    );
    const known = (['documented', 'observed', 'inferred'] as const).find((mark) => marks.includes(mark));
    provenance = weaker(provenance, known ?? 'documented');
    found = withParts(found.flatMap((schema) => step(schema, token)));
  }
  return provenance;
}

/** The names of the properties that the schemas describe. */
export function propertiesOf(schemas: readonly Schema[]): readonly string[] {
  return schemas.flatMap(({ properties }) => Object.keys(isObject(properties) ? properties : {}));
}

/** The place in a schema that describes a step. */
function keysOf({ properties, items }: Schema, token: string): string[][] {
  if (isObject(properties) && Object.hasOwn(properties, token)) return [['properties', token]];
  return /^\d+$/.test(token) && isObject(items) ? [['items']] : [];
}

function step({ properties, prefixItems, items }: Schema, token: string): readonly unknown[] {
  const property = isObject(properties) && Object.hasOwn(properties, token) ? [properties[token]] : [];
  if (!/^\d+$/.test(token)) return property;
  return [...property, Array.isArray(prefixItems) ? prefixItems[Number(token)] : undefined, items];
}

/** The schemas, with all parts that they are composed of. */
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
