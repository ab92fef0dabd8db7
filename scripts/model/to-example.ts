import { sample } from 'openapi-sampler';
import { isObject } from '../base/read.ts';
import type { Doubt } from './api.ts';
import { fittingValue } from './fitting-value.ts';
import { inventedIn } from './invented.ts';
import { countSteps, Unjudged } from './pattern-steps.ts';
import { withoutReadOnly } from './read-only.ts';
import { isSampleable } from './sample-size.ts';
import { fits, mismatchOf } from './schema-mismatch.ts';
import type { SchemaObject, Spec } from './spec.ts';
import { asWritten, WrittenNumber } from './written-number.ts';

type Exemplified = {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, unknown>>;
};

/** The value of a parameter or a body that requests contain. */
export type RequestValue = {
  /** Missing if none is given and none was found. */
  readonly value?: unknown;
  /** Whether the spec gives it. */
  readonly isGiven: boolean;
  /** JSON pointers of the parts that were made up. */
  readonly invented: readonly string[];
  /** JSON pointers of the `readOnly` properties of a given example, which are not sent. */
  readonly removed: readonly string[];
  /** Why it may not be what the spec says. */
  readonly doubt?: Pick<Doubt, 'code' | 'reason'>;
};

/** The deepest nesting of objects and arrays. With schemas that refer to each other, each level multiplies the size. */
const maxSampleDepth = 6;

/** The doubt about the value of a part of the spec, with its place. */
export function toDoubt(spec: Spec, part: object, { doubt }: RequestValue): Doubt | undefined {
  return doubt && { ...doubt, pointer: spec.pointerOf(part) };
}

/** The given value of a parameter or a media type that fits its schema, or else a made-up one that does. */
export function toExample(part: Exemplified, schema: SchemaObject): RequestValue {
  const { examples, fitting, given } = givenValues(part, schema);
  if (given === undefined || (fitting === undefined && examples.length === 0))
    return madeUp(schema, given?.value);
  const wrong = fitting === undefined ? whyWrong(schema, asCompared(given.value, [part, schema])) : undefined;
  const doubt = { code: 'example-mismatch', reason: `its example does not match its schema (${wrong})` };
  return { ...given, isGiven: true, invented: [], ...(wrong !== undefined && { doubt }) };
}

/** The value that the spec gives for a parameter or a media type; `undefined` if it gives none. */
export function givenExample(part: Exemplified, schema: SchemaObject): unknown {
  const { examples, fitting, given } = givenValues(part, schema);
  return examples.length > 0 ? given?.value : fitting?.value;
}

/** The examples, the first given value, and the first one that fits the schema. */
function givenValues(part: Exemplified, schema: SchemaObject) {
  const examples = examplesOf(part, schema);
  const stated = [schema.default ?? undefined, schema.const, ...(schema.enum ?? [])];
  const values = [...examples, ...stated].filter((value) => value !== undefined);
  const stripped = values.map((value) => withoutReadOnly([schema], value));
  const fitting = stripped.find(({ value }) => fits(schema, asCompared(value, [part, schema])));
  // An empty `example:` in YAML is null.
  return { examples, fitting, given: fitting ?? stripped.find(({ value }) => value !== null) };
}

/** The value as its schema has to allow it: a number that lacks its quotes is a text, and digits do not count. */
function asCompared(value: unknown, parts: readonly unknown[]): unknown {
  return withoutDigits(asWritten(value, parts));
}

function withoutDigits(value: unknown): unknown {
  if (value instanceof WrittenNumber) return Number(value.text);
  if (Array.isArray(value)) return value.map(withoutDigits);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutDigits(item)]));
}

/** The examples of a parameter or a media type, and those of its schema. */
function examplesOf(part: Exemplified, schema: SchemaObject): unknown[] {
  const named = Object.values(part.examples ?? {}).flatMap((one) => (isObject(one) ? [one.value] : []));
  const listed: readonly unknown[] = Array.isArray(schema.examples) ? schema.examples : [];
  return [part.example, ...named, ...listed, schema.example].filter((value) => value !== undefined);
}

/** @param stated a value that the schema states, although it allows it nowhere else */
function madeUp(schema: SchemaObject, stated: unknown): RequestValue {
  const isSmall = isSampleable(schema, maxSampleDepth);
  const sampled = isSchema(schema) && isSmall ? sample(schema, { quiet: true, maxSampleDepth }) : undefined;
  // The sampler's answer to a schema without a type is null.
  const start = stated ?? withoutReadOnly([schema], sampled ?? undefined).value;
  const compared = asCompared(start, [schema]);
  const value = compared !== undefined && fits(schema, compared) ? start : fittingValue(schema, compared);
  if (value !== undefined)
    return { value, isGiven: false, invented: inventedIn([schema], value), removed: [] };
  const why = whyWrong(schema, compared) ?? 'it takes too long to compare one with it';
  const doubt = isSmall
    ? { code: 'value-not-found', reason: `no value was found that fits its schema (${why})` }
    : { code: 'example-too-large', reason: 'a value of its schema would be too large' };
  return { value: start, isGiven: false, invented: [], removed: [], doubt };
}

/** The parts that are compared to find the reason of a mismatch. */
const mostSteps = 10_000;

/** The place and the reason of a mismatch; undefined if there is none that is certain. */
function whyWrong(schema: SchemaObject, value: unknown): string | undefined {
  try {
    const found = mismatchOf(schema, value, countSteps(mostSteps));
    return found && `${found.instance === '' ? '' : `${found.instance}, `}${found.reason}`;
  } catch (error) {
    if (error instanceof Unjudged) return undefined;
    throw error;
  }
}

/** The sampler is typed for JSON Schema draft-07, but also reads the keywords of OpenAPI 3.1. */
function isSchema(schema: unknown): schema is Parameters<typeof sample>[0] {
  return isObject(schema);
}
