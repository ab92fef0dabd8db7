import { isObject } from '../../../base/read.ts';
import { childrenOf, isNameMap, isRecord } from '../../../model/walk.ts';

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

/** Texts for people and examples, which are not part of the contract. */
export const texts: ReadonlySet<string> = new Set([
  ...['description', 'summary', 'title', 'example', 'examples', 'externalDocs', '$comment', 'info', 'tags'],
  ...['x-source', 'x-enumDescriptions'],
]);

/** Extensions that are compared. */
const judged = new Set([
  ...['x-contract', 'x-provenance', 'x-enum-provenance', 'x-rate-limit', 'x-region'],
  ...['x-extensible-enum', 'x-sunset', 'x-stability-level'],
]);

/** Whether a keyword is not part of the contract. */
export function isText(key: string): boolean {
  return texts.has(key) || (key.startsWith('x-') && !judged.has(key));
}

/**
 * The number of texts, examples and other extensions that differ, in parts that both documents have.
 * @param names whether keys are names of the API rather than keywords
 */
export function countTexts(base: unknown, revision: unknown, names = false): number {
  if (Array.isArray(base) && Array.isArray(revision)) {
    const before = new Map(base.map((item, index) => [keyOf(item, index), item]));
    return sum(revision.map((item, index) => countTexts(before.get(keyOf(item, index)), item)));
  }
  if (!isRecord(base) || !isRecord(revision)) return 0;
  const keys = names ? [] : [...new Set([...Object.keys(base), ...Object.keys(revision)])].filter(isText);
  const own = keys.filter((key) => JSON.stringify(base[key]) !== JSON.stringify(revision[key]));
  const inner = childrenOf(revision, names).filter(({ key }) => names || !isText(key));
  return own.length + sum(inner.map((child) => countTexts(base[child.key], child.value, child.names)));
}

/** Identifies an item of a list by its name, whatever its index. */
function keyOf(item: unknown, index: number): string {
  if (!isRecord(item)) return String(index);
  const { $ref, name, in: place, url } = item;
  return JSON.stringify($ref ?? (name === undefined ? url : [place, name]) ?? index);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
