import { sample } from 'openapi-sampler';
import { isObject } from '../base/read.ts';
import { isSampleable } from './sample-size.ts';
import type { SchemaObject } from './spec.ts';

type Exemplified = {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
};

/** The first example of a parameter or a media type, or else of its schema. */
export function givenExample(part: Exemplified, schema: SchemaObject): unknown {
  if (part.example !== undefined) return part.example;
  const named = Object.values(part.examples ?? {}).find(({ value }) => value !== undefined);
  if (named !== undefined) return named.value;
  if (Array.isArray(schema.examples) && schema.examples.length > 0) return schema.examples[0];
  return schema.example ?? schema.default ?? onlyValue(schema);
}

/** The deepest nesting of objects and arrays. With schemas that refer to each other, each level multiplies the size. */
const maxSampleDepth = 6;

/** The given example, or else a sample of the schema. */
export function toExample(part: Exemplified, schema: SchemaObject): unknown {
  return (
    givenExample(part, schema) ??
    (isSchema(schema) && isSampleable(schema, maxSampleDepth)
      ? sample(schema, { quiet: true, maxSampleDepth })
      : undefined)
  );
}

/** Whether there is no example and a sample would be too large. */
export function isTooLarge(part: Exemplified, schema: SchemaObject): boolean {
  return givenExample(part, schema) === undefined && !isSampleable(schema, maxSampleDepth);
}

/** The sampler is typed for JSON Schema draft-07, but also reads the keywords of OpenAPI 3.1. */
function isSchema(schema: unknown): schema is Parameters<typeof sample>[0] {
  return isObject(schema);
}

function onlyValue(schema: SchemaObject): unknown {
  return schema.const ?? schema.enum?.[0];
}
