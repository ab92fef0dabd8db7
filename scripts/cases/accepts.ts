import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { boundedRegExp } from '../model/bounded-pattern.ts';
import { isWithin } from '../model/sample-size.ts';
import type { SchemaObject } from '../model/spec.ts';

const ajv = new Ajv2020.default({ strict: false, logger: false, code: { regExp: boundedRegExp } });
addFormats.default(ajv);

/** Parts of a dereferenced schema. A compiler repeats a part wherever a reference named it. */
const mostParts = 20_000;

/**
 * Whether the schema certainly accepts the text as a string, a number or a boolean. False for schemas that contain
 * themselves or are too large.
 */
export function accepts(schema: SchemaObject, text: string): boolean {
  if (!isWithin(schema, mostParts)) return false;
  const values = [text, ...(isNumber(text) ? [Number(text)] : []), ...(booleans.get(text) ?? [])];
  try {
    return values.some((value) => ajv.validate(schema, value));
  } catch {
    // ajv can't compile the schema.
    return false;
  }
}

const booleans = new Map([
  ['true', [true]],
  ['false', [false]],
]);

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
