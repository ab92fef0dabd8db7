import { memberOf } from './numbers.ts';

/** The value at a JSON pointer (RFC 6901), a large integer as a `bigint`; undefined where there is none. */
export function at(value: unknown, pointer: string): unknown {
  let found = value;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replace(/~1/g, '/').replace(/~0/g, '~');
    const has = typeof found === 'object' && found !== null && Object.hasOwn(found, key);
    found = has ? memberOf(Object(found), key) : undefined;
  }
  return found;
}

/** The items of an array at a pointer; undefined where there is no array. */
export function itemsAt(value: unknown, pointer: string): unknown[] | undefined {
  const found = at(value, pointer);
  return Array.isArray(found) ? found : undefined;
}

/** The pointer to the member with that name (RFC 6901, section 3). */
export function join(pointer: string, name: string): string {
  return `${pointer}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}
