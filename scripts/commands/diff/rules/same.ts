import { isObject } from '../../../base/read.ts';
import { isNameMap } from '../../../model/walk.ts';
import { isText } from './texts.ts';

/** Keywords whose value is data of the API, so its member names are not keywords. */
const literal = ['default', 'const', 'mapping'];

/** What member names mean: keywords, names of the API, or data (`values`: a list of data whose order is irrelevant). */
type Mode = 'keywords' | 'names' | 'value' | 'values';

/** Pairs that are known to be the same: a component is compared wherever it is used. */
const known = new WeakMap<object, Set<object>>();

/**
 * Whether two values are the same except for their texts and examples. Both may be recursive.
 * @param keyword the keyword whose values they are, which determines what member names mean
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

/** During a comparison, open pairs count as the same. If the whole is the same, so are all of them. */
function remember(met: ReadonlyMap<object, Set<object>>): void {
  for (const [left, rights] of met) {
    const all = known.get(left) ?? new Set();
    for (const right of rights) all.add(right);
    known.set(left, all);
  }
}

/** The order of types, required properties, scopes and `enum` values has no meaning. */
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
