import { sample } from 'openapi-sampler';
import { isObject } from '../base/read.ts';
import { isSampleable } from './sample-size.ts';
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
    (isSchema(schema) && isSampleable(schema, maxSampleDepth)
      ? sample(schema, { quiet: true, maxSampleDepth })
      : undefined)
  );
}

/** Whether a value would have to be made up that is beyond the limits; there is none then. */
export function isTooLarge(part: Exemplified, schema: SchemaObject): boolean {
  return givenExample(part, schema) === undefined && !isSampleable(schema, maxSampleDepth);
}

/** The sampler's own type is JSON Schema draft-07; it reads the keywords of OpenAPI 3.1 all the same. */
function isSchema(schema: unknown): schema is Parameters<typeof sample>[0] {
  return isObject(schema);
}

function onlyValue(schema: SchemaObject): unknown {
  return schema.const ?? schema.enum?.[0];
}
