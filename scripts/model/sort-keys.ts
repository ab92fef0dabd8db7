import { isNameMap, isRecord, type Node } from './walk.ts';
import { copyTexts } from './written-number.ts';

/** These keep their order: data is printed as written, and the first example is the one sent. */
const written = new Set(['example', 'examples', 'default', 'value']);

/**
 * A copy of a part of a spec with sorted keys, so that their order in the file doesn't change the generated files.
 * Paths keep their order, which is that of the requests.
 * @param names whether the keys of the part are names (of properties, responses …) rather than keywords
 */
export function sortKeys(part: object, names = false): Node {
  const entries = Object.entries(part).map(([key, value]) => {
    if (!names && written.has(key)) return [key, value] as const;
    if (!names && key === 'paths') return [key, sortEach(value)] as const;
    return [key, sortIn(value, !names && isNameMap(key, value))] as const;
  });
  return copyTexts(part, Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}

function sortIn(value: unknown, names: boolean): unknown {
  if (Array.isArray(value))
    return copyTexts(
      value,
      value.map((item) => sortIn(item, false)),
    );
  return isRecord(value) ? sortKeys(value, names) : value;
}

function sortEach(paths: unknown): unknown {
  if (!isRecord(paths)) return paths;
  return Object.fromEntries(Object.entries(paths).map(([path, item]) => [path, sortIn(item, false)]));
}
