import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Parameter } from '../model/api.ts';

/** A value of the same shape as the example that names nothing; `undefined` where none can be made up. */
export function unknownValue({ example, schema }: Parameter): string | undefined {
  if (schema.enum !== undefined || schema.const !== undefined) return undefined;
  if (typeof example === 'number') return String(schema.maximum ?? 2_147_483_647);
  if (typeof example !== 'string' || example === '') return undefined;
  const value = fill(example);
  return fits(schema, value) ? value : undefined;
}

/** Another shape than the documented one is refused for its shape: that shows nothing of unknown ids. */
function fits(schema: Parameter['schema'], value: string): boolean {
  const ajv = new Ajv2020.default({ strict: false, logger: false });
  addFormats.default(ajv);
  return ajv.validate(schema, value);
}

/** Hexadecimal ids and UUIDs become all `f`; in other texts letters become `z` and digits `9`. */
function fill(example: string): string {
  if (/^[0-9a-f-]+$/.test(example)) return example.replace(/[0-9a-f]/g, 'f');
  if (/^[0-9A-F-]+$/.test(example)) return example.replace(/[0-9A-F]/g, 'F');
  return example.replace(/[0-9]/g, '9').replace(/[a-z]/g, 'z').replace(/[A-Z]/g, 'Z');
}
