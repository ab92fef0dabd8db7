import { isObject } from '../../../base/read.ts';
import { isNameMap } from '../../../model/walk.ts';
import { isText } from './texts.ts';

/** Keywords that hold a value of the API's, with whatever names. */
const literal = ['default', 'const', 'mapping'];

/** What the names of members are: keywords, names of the API's own, or a part of a value or of one of several. */
type Mode = 'keywords' | 'names' | 'value' | 'values';

/** What was found to be the same before: components are asked about wherever they are used. */
const known = new WeakMap<object, Set<object>>();

/**
 * Whether two values say the same but for their texts and examples. Both may hold themselves.
 * @param keyword what they are the values of, where that says what their own members are
 */
export function isSame(a: unknown, b: unknown, keyword = ''): boolean {
  const met = new Map<object, Set<object>>();
  const same = (left: unknown, right: unknown, mode: Mode): boolean => {
    if (Array.isArray(left) && Array.isArray(right)) return sameLists(left, right, mode);
    if (!isObject(left) || !isObject(right)) return left === right;
    if ([met, known].some((pairs) => pairs.get(left)?.has(right))) return true;
    met.set(left, (met.get(left) ?? new Set()).add(right));
    return [...new Set([...Object.keys(left), ...Object.keys(right)])]
      .filter((key) => mode !== 'keywords' || !isText(key))
      .every((key) => same(left[key], right[key], modeIn(key, mode)));
  };
  const sameLists = (left: readonly unknown[], right: readonly unknown[], mode: Mode): boolean => {
    const [before, now] = mode === 'value' ? [left, right] : [sorted(left), sorted(right)];
    const inner = mode === 'values' ? 'value' : mode;
    return before.length === now.length && before.every((item, index) => same(item, now[index], inner));
  };
  const result = same(a, b, modeIn(keyword, 'keywords'));
  if (result) remember(met);
  return result;
}

/** While two are asked about they count as the same; all of them are if the whole is. */
function remember(met: ReadonlyMap<object, Set<object>>): void {
  for (const [left, rights] of met) {
    const all = known.get(left) ?? new Set();
    for (const right of rights) all.add(right);
    known.set(left, all);
  }
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
