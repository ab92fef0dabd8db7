import { type History, record } from './history.ts';
import type { SchemaError } from './schema-error.ts';
import { join } from './value-at.ts';

/** Records where the schema check finds a property missing, or a value that is not an object. */
export function recordErrors(history: History, operation: string, errors: readonly SchemaError[]): void {
  const missing: Record<string, true> = { ...history.missing[operation] };
  for (const { instancePath, keyword, params } of errors) {
    const { missingProperty: name } = params;
    if (typeof name === 'string') missing[placeOf(join(instancePath, name))] = true;
    if (keyword === 'type') missing[placeOf(`${instancePath}/*`)] = true;
  }
  record(history.missing, operation, missing);
}

/**
 * Whether nothing is at the pointer, and the schema check has reported that, for any response of the operation.
 * @param reported of the operation, from the history
 * @param base where the value is in the body; items of a list are where the list is
 */
export function isReportedMissing(
  reported: History['missing'][string] | undefined,
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
      return reported?.[placeOf(place)] === true;
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
