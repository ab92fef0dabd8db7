import { sample } from 'openapi-sampler';
import { isObject } from './read.ts';
import type { SchemaObject } from './spec.ts';

type Exemplified = {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
};

/** The first example that the description gives for a parameter or a media type, or for its schema. */
export function givenExample(part: Exemplified, schema: SchemaObject): unknown {
  if (part.example !== undefined) return part.example;
  const named = Object.values(part.examples ?? {}).find(({ value }) => value !== undefined);
  if (named !== undefined) return named.value;
  if (Array.isArray(schema.examples) && schema.examples.length > 0) return schema.examples[0];
  return schema.example ?? schema.default ?? onlyValue(schema);
}

/** Objects and arrays in one another. Schemas with three properties of each other's kind double and treble with each. */
const maxSampleDepth = 6;

/** A value of the schema, made up where the description gives none. */
export function toExample(part: Exemplified, schema: SchemaObject): unknown {
  return (
    givenExample(part, schema) ??
    (isSampleable(schema) ? sample(schema, { quiet: true, maxSampleDepth }) : undefined)
  );
}

/** The sampler's own type is JSON Schema draft-07; it reads the keywords of OpenAPI 3.1 all the same. */
function isSampleable(schema: unknown): schema is Parameters<typeof sample>[0] {
  return isObject(schema);
}

function onlyValue(schema: SchemaObject): unknown {
  return schema.const ?? schema.enum?.[0];
}
