import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { SchemaObject } from '../model/spec.ts';

const ajv = new Ajv2020.default({ strict: false, logger: false });
addFormats.default(ajv);

/** Whether the text, as it is or read as a number or a boolean, is a value of the schema. */
export function accepts(schema: SchemaObject, text: string): boolean {
  const values = [text, ...(isNumber(text) ? [Number(text)] : []), ...(booleans.get(text) ?? [])];
  try {
    return values.some((value) => ajv.validate(schema, value));
  } catch {
    // A schema that ajv can't compile, or that contains itself, accepts nothing that anybody could be sure of.
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
