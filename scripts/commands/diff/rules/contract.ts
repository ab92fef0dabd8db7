import { extension, isObject } from '../../../base/read.ts';
import type { Spec } from '../../../model/spec.ts';
import { type FoundChange, type Pair, placeOf, say } from './found.ts';
import { quote } from './parts.ts';
import { isSame } from './same.ts';

/** How deep a change of `x-contract` is told: `list.sort`, `filters.status`. */
const depth = 2;

/**
 * Changes of `x-contract`, which says what the checks ask for: they are told, and break no client.
 * @param owner what it belongs to: `` of `status` ``, or nothing where it is an operation's
 */
export function compareContract(
  specs: Pair<Spec>,
  { base, revision }: Pair<object>,
  owner: string,
): FoundChange[] {
  const compare = (before: unknown, now: unknown, keys: readonly string[]): FoundChange[] => {
    if (isSame(before, now, 'x-contract')) return [];
    if (isObject(before) && isObject(now) && keys.length < depth) {
      const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
      return names.flatMap((name) => compare(before[name], now[name], [...keys, name]));
    }
    const place = placeOf(specs, now === undefined ? { base } : { revision }, 'x-contract', ...keys);
    const name = ['x-contract', ...keys].join('.');
    const subject = `\`${name}\`${owner === '' ? '' : ` ${owner}`}`;
    return [say(told(subject, before, now), false, place)];
  };
  return compare(extension(base, 'x-contract') ?? {}, extension(revision, 'x-contract') ?? {}, []);
}

function told(subject: string, before: unknown, now: unknown): string {
  if (now === undefined) return `${subject} is gone`;
  if (before === undefined)
    return typeof now === 'object' ? `${subject} is new` : `${subject} is ${quote(now)}, which is new`;
  if (typeof before !== 'object' && typeof now !== 'object')
    return `${subject} is ${quote(now)} instead of ${quote(before)}`;
  return `${subject} changed`;
}
