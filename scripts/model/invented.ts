import { joinPointer } from '../base/pointer.ts';
import { isObject } from '../base/read.ts';
import { givenValues } from './fitting-value.ts';
import { canonical } from './json-value.ts';
import { countSteps } from './pattern-steps.ts';
import { composedOf, itemSchemas, propertySchemas } from './read-only.ts';

/** How many places are listed. */
const most = 20;

/**
 * JSON pointers of the values that the spec does not state: no example, default, enum, limit or boolean. They may fit
 * their schema and still mean nothing to the server, such as the id of a customer.
 * @param schemas all that apply to the value
 */
export function inventedIn(schemas: readonly unknown[], value: unknown, at = ''): string[] {
  const composed = composedOf(schemas);
  if (typeof value === 'boolean' || value === null || composed.some((schema) => states(schema, value)))
    return [];
  if (typeof value !== 'object') return [at];
  return Object.entries(value)
    .flatMap(([key, child]) => {
      const own = Array.isArray(value) ? itemSchemas(composed, Number(key)) : propertySchemas(composed, key);
      return inventedIn(own, child, joinPointer(at, key));
    })
    .slice(0, most);
}

function states(schema: Readonly<Record<string, unknown>>, value: unknown): boolean {
  if (typeof value === 'number' && (schema.minimum === value || schema.maximum === value)) return true;
  const steps = countSteps(Number.POSITIVE_INFINITY);
  const text = canonical(value, steps);
  return givenValues(schema).some(
    (given) => given === value || (isObject(given) && canonical(given, steps) === text),
  );
}
