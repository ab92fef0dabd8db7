import { extension, isObject } from '../../../base/read.ts';
import type { Spec } from '../../../model/spec.ts';
import { type FoundChange, placeOf, plainChange } from './found-change.ts';
import type { Pair } from './pair.ts';
import { quote } from './parts.ts';
import { isSame } from './same.ts';

/** Changes of `x-contract` are reported down to this depth: `list.sort`, `filters.status`. */
const depth = 2;

/**
 * Changes of `x-contract`, which configures the checks. They are reported, but break no client.
 * @param owner what it belongs to: `` of `status` ``; empty for an operation
 */
export function compareContract(specs: Pair<Spec>, parts: Pair<object>, owner = ''): FoundChange[] {
  const { base, revision } = parts;
  const compare = (before: unknown, now: unknown, keys: readonly string[]): FoundChange[] => {
    if (isSame(before, now, 'x-contract')) return [];
    if (isObject(before) && isObject(now) && keys.length < depth) {
      const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
      return names.flatMap((name) => compare(before[name], now[name], [...keys, name]));
    }
    const place = placeOf(specs, now === undefined ? { base } : { revision }, 'x-contract', ...keys);
    const name = ['x-contract', ...keys].join('.');
    const subject = `\`${name}\`${owner === '' ? '' : ` ${owner}`}`;
    return [plainChange('contract-changed', changeText(subject, before, now), place)];
  };
  return compare(extension(base, 'x-contract') ?? {}, extension(revision, 'x-contract') ?? {}, []);
}

function changeText(subject: string, before: unknown, now: unknown): string {
  if (now === undefined) return `${subject} is gone`;
  if (before === undefined)
    return typeof now === 'object' ? `${subject} is new` : `${subject} is ${quote(now)}, which is new`;
  if (typeof before !== 'object' && typeof now !== 'object')
    return `${subject} is ${quote(now)} instead of ${quote(before)}`;
  return `${subject} changed`;
}
