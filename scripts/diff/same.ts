import { isObject } from '../model/read.ts';
import { texts } from './texts.ts';

/** Whether two values say the same but for their texts and examples. Both may hold themselves. */
export function isSame(a: unknown, b: unknown): boolean {
  const met = new Map<object, Set<object>>();
  const same = (left: unknown, right: unknown): boolean => {
    if (Array.isArray(left) && Array.isArray(right)) {
      return left.length === right.length && left.every((item, index) => same(item, right[index]));
    }
    if (!isObject(left) || !isObject(right)) return left === right;
    const partners = met.get(left) ?? new Set();
    if (partners.has(right)) return true;
    met.set(left, partners.add(right));
    const keys = new Set([...Object.keys(left), ...Object.keys(right)].filter((key) => !texts.has(key)));
    return [...keys].every((key) => same(left[key], right[key]));
  };
  return same(a, b);
}
