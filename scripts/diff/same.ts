import { isObject } from '../model/read.ts';
import { isNameMap } from '../model/walk.ts';
import { isText } from './texts.ts';

/** Keywords that hold a value of the API's, with whatever names. */
const literal = ['default', 'const', 'mapping'];

/** What the names of members are: keywords, names of the API's own, or a part of a value or of one of several. */
type Mode = 'keywords' | 'names' | 'value' | 'values';

/**
 * Whether two values say the same but for their texts and examples. Both may hold themselves.
 * @param keyword what they are the values of, where that says what their own members are
 */
export function isSame(a: unknown, b: unknown, keyword = ''): boolean {
  const met = new Map<object, Set<object>>();
  const same = (left: unknown, right: unknown, mode: Mode): boolean => {
    if (Array.isArray(left) && Array.isArray(right)) return sameLists(left, right, mode);
    if (!isObject(left) || !isObject(right)) return left === right;
    const partners = met.get(left) ?? new Set();
    if (partners.has(right)) return true;
    met.set(left, partners.add(right));
    return [...new Set([...Object.keys(left), ...Object.keys(right)])]
      .filter((key) => mode !== 'keywords' || !isText(key))
      .every((key) => same(left[key], right[key], modeIn(key, mode)));
  };
  const sameLists = (left: readonly unknown[], right: readonly unknown[], mode: Mode): boolean => {
    const [before, now] = mode === 'value' ? [left, right] : [sorted(left), sorted(right)];
    const inner = mode === 'values' ? 'value' : mode;
    return before.length === now.length && before.every((item, index) => same(item, now[index], inner));
  };
  return same(a, b, modeIn(keyword, 'keywords'));
}

/** The order says nothing of types, of what is required, of scopes, of what an `enum` lists. */
function sorted(list: readonly unknown[]): readonly unknown[] {
  return list.every((item) => typeof item === 'string') ? list.toSorted() : list;
}

function modeIn(key: string, mode: Mode): Mode {
  if (mode === 'value' || mode === 'values') return 'value';
  if (mode === 'names') return 'keywords';
  if (key === 'enum') return 'values';
  if (literal.includes(key) || key.startsWith('x-')) return 'value';
  return key === 'dependentRequired' || isNameMap(key, undefined) ? 'names' : 'keywords';
}
