import { memberOf } from './numbers.ts';

/** The JSON pointer of the first place where two JSON values differ; undefined where they are the same. */
export function firstDifference(a: unknown, b: unknown, pointer = ''): string | undefined {
  if (a === b) return undefined;
  const both = typeof a === 'object' && typeof b === 'object' && a !== null && b !== null;
  if (!both || Array.isArray(a) !== Array.isArray(b)) return pointer;
  const keys = Object.keys(a).concat(Object.keys(b).filter((key) => !Object.hasOwn(a, key)));
  for (const key of keys) {
    const found = firstDifference(ownOf(a, key), ownOf(b, key), `${pointer}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function ownOf(holder: object, key: string): unknown {
  return Object.hasOwn(holder, key) ? memberOf(holder, key) : undefined;
}
