import { isObject } from '../model/read.ts';
import { texts } from './texts.ts';

/** Keywords whose members have names of the API's own, and those that hold a value of the API's, with whatever names. */
const named = [
  'properties',
  'patternProperties',
  'dependentRequired',
  'dependentSchemas',
  '$defs',
  'mapping',
];
const literal = ['default', 'const', 'enum'];

/** What the names of members are: keywords, names of the API's own, or a part of a value. */
type Mode = 'keywords' | 'names' | 'value';

/**
 * Whether two values say the same but for their texts and examples. Both may hold themselves.
 * @param keyword what they are the values of, where that says what their own members are
 */
export function isSame(a: unknown, b: unknown, keyword = ''): boolean {
  const met = new Map<object, Set<object>>();
  const same = (left: unknown, right: unknown, mode: Mode): boolean => {
    if (Array.isArray(left) && Array.isArray(right)) {
      return left.length === right.length && left.every((item, index) => same(item, right[index], mode));
    }
    if (!isObject(left) || !isObject(right)) return left === right;
    const partners = met.get(left) ?? new Set();
    if (partners.has(right)) return true;
    met.set(left, partners.add(right));
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...keys]
      .filter((key) => mode !== 'keywords' || !texts.has(key))
      .every((key) => same(left[key], right[key], modeIn(key, mode)));
  };
  return same(a, b, modeIn(keyword, 'keywords'));
}

function modeIn(key: string, mode: Mode): Mode {
  if (mode === 'value' || (mode === 'keywords' && literal.includes(key))) return 'value';
  return mode === 'keywords' && named.includes(key) ? 'names' : 'keywords';
}
