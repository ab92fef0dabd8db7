import { became, type NamedValue } from './change-text.ts';
import type { FoundChange, Pair } from './found.ts';
import { normalized } from './media-types.ts';
import { keywordPlace, type Parts, quote, valuesOf } from './parts.ts';
import { type At, breaks, found, type Shift } from './subject.ts';
import { typesOf } from './values.ts';

/** Each value that is said by these must hold for itself (JSON Schema Validation, sections 6.2 to 8). */
const keywords = [
  ...['pattern', 'format', 'multipleOf', 'uniqueItems'],
  ...['contentEncoding', 'contentMediaType'],
];

/** Of formats of numbers, those that hold all of an earlier one's (OpenAPI 3.1, section 4.4). */
const widerFormats: Readonly<Record<string, readonly string[]>> = { int32: ['int64'], float: ['double'] };

/** Constraints of which one that is new allows less, and one that is gone more. */
export function singles(parts: Pair<Parts>, at: At): FoundChange[] {
  return keywords.flatMap((keyword) => {
    const [before, now] = [saidOf(parts.base, keyword), saidOf(parts.revision, keyword)];
    const shift = shiftOf(before, now);
    if (shift === undefined) return [];
    return [
      found(at, breaks(at, shift), keywordPlace(at, parts, keyword), ({ name }) =>
        became(name, toClause(keyword, before), toClause(keyword, now)),
      ),
    ];
  });
}

/** Without what allows all there is. */
function saidOf(parts: Parts, keyword: string): readonly unknown[] {
  const said = valuesOf(parts, keyword).filter((value) => value !== false);
  const isWhole = keyword === 'multipleOf' && said.length > 0 && typesOf(parts)?.includes('number') === false;
  return isWhole ? said.filter((value) => value !== 1) : said.map((value) => toPlain(keyword, value));
}

/** Capitals say nothing in media types, nor in encodings (RFC 2045, sections 5.1 and 6.1). */
function toPlain(keyword: string, value: unknown): unknown {
  if (keyword === 'contentEncoding') return String(value).toLowerCase();
  return keyword === 'contentMediaType' ? normalized(String(value)) : value;
}

function toClause(keyword: string, values: readonly unknown[]): NamedValue | undefined {
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
  const implies = (one: unknown, other: unknown): boolean =>
    one === other || isMultiple(one, other) || widerFormats[String(one)]?.includes(String(other)) === true;
  return others.every((other) => some.some((one) => implies(one, other)));
}

/** Numbers such as 0.1 are not exact, so neither is what they are divided by. */
function isMultiple(number: unknown, of: unknown): boolean {
  if (typeof number !== 'number' || typeof of !== 'number') return false;
  const times = number / of;
  return times >= 0.5 && Math.abs(times - Math.round(times)) <= 4 * Number.EPSILON * times;
}
