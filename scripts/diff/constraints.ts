import { type At, breaks, found, type Shift } from './at.ts';
import { became, type Clause } from './became.ts';
import type { Found, Pair } from './found.ts';
import { keywordPlace, type Parts, quote, valuesOf } from './parts.ts';
import { isSame } from './same.ts';

/** Each value that is said by these must hold for itself. */
const single = [
  ...['pattern', 'format', 'multipleOf', 'uniqueItems'],
  ...['contentEncoding', 'contentMediaType'],
];

/** Of these it is only told whether they are the same. */
const opaque = [
  ...['not', 'if', 'then', 'else', 'dependentRequired', 'dependentSchemas'],
  ...['propertyNames', 'patternProperties', 'prefixItems', 'contains', 'minContains', 'maxContains'],
  ...['unevaluatedItems', 'contentSchema', 'discriminator'],
];

/** They also say what the others are (`additionalProperties`, `items`), so one more may allow more. */
const besideOthers = ['patternProperties', 'prefixItems'];

/** Constraints that one adds or takes away as a whole: with a new one there is less, without one there is more. */
export function constraints(parts: Pair<Parts>, at: At): Found[] {
  const say = (keyword: string, shift: Shift, says: (name: string) => string): Found =>
    found(at, breaks(at, shift), keywordPlace(at, parts, keyword), ({ name }) => says(name));
  const singles = single.flatMap((keyword) => {
    const before = valuesOf(parts.base, keyword).filter((value) => value !== false);
    const now = valuesOf(parts.revision, keyword).filter((value) => value !== false);
    const shift = shiftOf(before, now);
    if (shift === undefined) return [];
    return [say(keyword, shift, (name) => became(name, toClause(keyword, before), toClause(keyword, now)))];
  });
  const others = opaque.flatMap((keyword) => {
    const [before, now] = [valuesOf(parts.base, keyword), valuesOf(parts.revision, keyword)];
    if (isSame(before, now, keyword)) return [];
    const isOpen = !besideOthers.includes(keyword);
    if (before.length === 0)
      return [say(keyword, isOpen ? 'narrower' : 'other', (name) => `${name} has a new \`${keyword}\``)];
    if (now.length === 0)
      return [say(keyword, isOpen ? 'wider' : 'other', (name) => `${name} no longer has \`${keyword}\``)];
    return [say(keyword, 'other', (name) => `${name} has another \`${keyword}\``)];
  });
  return [...singles, ...others];
}

function toClause(keyword: string, values: readonly unknown[]): Clause | undefined {
  return values.length === 0 ? undefined : { what: `\`${keyword}\``, value: values.map(quote).join(', ') };
}

function shiftOf(before: readonly unknown[], now: readonly unknown[]): Shift | undefined {
  const isLost = before.some((value) => !now.includes(value));
  const isGained = now.some((value) => !before.includes(value));
  if (!isLost) return isGained ? 'narrower' : undefined;
  if (!isGained) return 'wider';
  if (isWithin(before, now)) return 'wider';
  return isWithin(now, before) ? 'narrower' : 'other';
}

/** Whether what keeps to some values of a keyword keeps to the others: every multiple of 10 is one of 5. */
function isWithin(some: readonly unknown[], others: readonly unknown[]): boolean {
  return others.every((other) => some.some((one) => one === other || isMultiple(one, other)));
}

/** Numbers such as 0.1 are not exact, so neither is what they are divided by. */
function isMultiple(number: unknown, of: unknown): boolean {
  if (typeof number !== 'number' || typeof of !== 'number') return false;
  const times = number / of;
  return times >= 0.5 && Math.abs(times - Math.round(times)) <= 4 * Number.EPSILON * times;
}
