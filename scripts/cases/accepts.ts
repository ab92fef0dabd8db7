import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { boundedRegExp } from '../model/bounded-pattern.ts';
import { isWithin } from '../model/sample-size.ts';
import type { SchemaObject } from '../model/spec.ts';

const ajv = new Ajv2020.default({ strict: false, logger: false, code: { regExp: boundedRegExp } });
addFormats.default(ajv);

/** Of a schema without references, which a compiler repeats wherever they were. */
const mostParts = 20_000;

/**
 * Whether the text, as it is or read as a number or a boolean, is a value of the schema. One that contains itself, or
 * is too large, accepts nothing that anybody could be sure of.
 */
export function accepts(schema: SchemaObject, text: string): boolean {
  if (!isWithin(schema, mostParts)) return false;
  const values = [text, ...(isNumber(text) ? [Number(text)] : []), ...(booleans.get(text) ?? [])];
  try {
    return values.some((value) => ajv.validate(schema, value));
  } catch {
    // A schema that ajv can't compile accepts nothing that anybody could be sure of.
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
