import { type NamedValue, toChangeText } from './change-text.ts';
import type { FoundChange, Pair } from './found-change.ts';
import { normalized } from './media-types.ts';
import { keywordPlace, type Parts, quote, valuesOf } from './parts.ts';
import { breaks, type SchemaContext, type Shift, schemaChange } from './schema-context.ts';
import { typesOf } from './values.ts';

/** Every value of these keywords must hold independently (JSON Schema Validation, sections 6.2 to 8). */
const keywords = [
  ...['pattern', 'format', 'multipleOf', 'uniqueItems'],
  ...['contentEncoding', 'contentMediaType'],
];

/** The number formats that contain all numbers of a format (OpenAPI 3.1, section 4.4). */
const widerFormats: Readonly<Record<string, readonly string[]>> = { int32: ['int64'], float: ['double'] };

/** Changed constraints: a new one allows less, and a removed one allows more. */
export function independentKeywords(parts: Pair<Parts>, at: SchemaContext): FoundChange[] {
  return keywords.flatMap((keyword) => {
    const [before, now] = [valuesGiven(parts.base, keyword), valuesGiven(parts.revision, keyword)];
    const shift = shiftOf(before, now);
    if (shift === undefined) return [];
    return [
      schemaChange(at, breaks(at, shift), keywordPlace(at, parts, keyword), ({ name }) =>
        toChangeText(name, toClause(keyword, before), toClause(keyword, now)),
      ),
    ];
  });
}

/** The values of a keyword, without those that have no effect. */
function valuesGiven(parts: Parts, keyword: string): readonly unknown[] {
  const given = valuesOf(parts, keyword).filter((value) => value !== false);
  const isWhole =
    keyword === 'multipleOf' && given.length > 0 && typesOf(parts)?.includes('number') === false;
  return isWhole ? given.filter((value) => value !== 1) : given.map((value) => toPlain(keyword, value));
}

/** Media types and encodings are case-insensitive (RFC 2045, sections 5.1 and 6.1). */
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

/** Whether whatever fits some values of a keyword fits the others: every multiple of 10 is a multiple of 5. */
function isWithin(some: readonly unknown[], others: readonly unknown[]): boolean {
  const implies = (one: unknown, other: unknown): boolean =>
    one === other || isMultiple(one, other) || widerFormats[String(one)]?.includes(String(other)) === true;
  return others.every((other) => some.some((one) => implies(one, other)));
}

/** Numbers such as 0.1 are not exact, so the quotient is compared with a tolerance. */
function isMultiple(number: unknown, of: unknown): boolean {
  if (typeof number !== 'number' || typeof of !== 'number') return false;
  const times = number / of;
  return times >= 0.5 && Math.abs(times - Math.round(times)) <= 4 * Number.EPSILON * times;
}
