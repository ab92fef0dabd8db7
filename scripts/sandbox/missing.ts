import type { Memory } from './memory.ts';
import type { SchemaError } from './schema-error.ts';
import { join } from './value-at.ts';

/** Remembers where the schema check finds a property missing, or something that has no properties at all. */
export function recallMissing(memory: Memory, operation: string, errors: readonly SchemaError[]): void {
  const told = memory.missing[operation] || {};
  memory.missing[operation] = told;
  for (const { instancePath, keyword, params } of errors) {
    const { missingProperty: name } = params;
    if (typeof name === 'string') told[placeOf(join(instancePath, name))] = true;
    if (keyword === 'type') told[placeOf(`${instancePath}/*`)] = true;
  }
}

/**
 * Whether nothing is at the pointer, and the schema check has told so: of any answer of the operation.
 * @param base where the value stands in the answer; items of a list at that of the list
 */
export function isToldMissing(
  memory: Memory,
  operation: string,
  value: unknown,
  pointer: string,
  base = '',
): boolean {
  let [found, path] = [value, base];
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replace(/~1/g, '/').replace(/~0/g, '~');
    const isHolder = typeof found === 'object' && found !== null;
    if (!isHolder || !Object.hasOwn(Object(found), key)) {
      const place = isHolder && !Array.isArray(found) ? `${path}/${token}` : `${path}/*`;
      return memory.missing[operation]?.[placeOf(place)] === true;
    }
    found = Reflect.get(Object(found), key);
    path = `${path}/${token}`;
  }
  return false;
}

/** The same for all items of an array. */
function placeOf(path: string): string {
  return path.replace(/\/\d+(?=\/|$)/g, '');
}
