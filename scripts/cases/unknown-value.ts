import type { Parameter } from '../model/api.ts';

/** A value of the same shape as the example that names nothing; `undefined` where none can be made up. */
export function unknownValue({ example, schema }: Parameter): string | undefined {
  if (schema.enum !== undefined || schema.const !== undefined) return undefined;
  if (typeof example === 'number') return String(schema.maximum ?? 2_147_483_647);
  if (typeof example !== 'string' || example === '') return undefined;
  return fill(example);
}

/** Hexadecimal ids and UUIDs become all `f`; in other texts letters become `z` and digits `9`. */
function fill(example: string): string {
  if (/^[0-9a-f-]+$/.test(example)) return example.replace(/[0-9a-f]/g, 'f');
  if (/^[0-9A-F-]+$/.test(example)) return example.replace(/[0-9A-F]/g, 'F');
  return example.replace(/[0-9]/g, '9').replace(/[a-z]/g, 'z').replace(/[A-Z]/g, 'Z');
}
