import { Unjudged } from '../model/pattern-steps.ts';
import { mismatchOf } from '../model/schema-mismatch.ts';
import type { SchemaObject } from '../model/spec.ts';

/** Whether the schema certainly accepts the text as a string, a number or a boolean. */
export function accepts(schema: SchemaObject, text: string): boolean {
  return readingsOf(text).some((value) => isValid(schema, value) === true);
}

/** Whether the schema certainly refuses the text, however it is read. */
export function refuses(schema: SchemaObject, text: string): boolean {
  return readingsOf(text).every((value) => isValid(schema, value) === false);
}

/** Undefined if that can't be judged. */
function isValid(schema: SchemaObject, value: unknown): boolean | undefined {
  try {
    return mismatchOf(schema, value) === undefined;
  } catch (error) {
    if (error instanceof Unjudged) return undefined;
    throw error;
  }
}

/** The values that a text may be read as. */
function readingsOf(text: string): unknown[] {
  return [text, ...(isNumber(text) ? [Number(text)] : []), ...(booleans.get(text) ?? [])];
}

const booleans = new Map([
  ['true', [true]],
  ['false', [false]],
]);

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
