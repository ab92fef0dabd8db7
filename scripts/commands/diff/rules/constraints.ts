import type { Shift } from './change-rules.ts';
import { toChangeText } from './found-change.ts';
import { both, type Pair } from './pair.ts';
import { membersOf, type Parts, quote, valuesOf } from './parts.ts';
import { isSame } from './same.ts';
import type { KeywordChange } from './schema-context.ts';
import { normalized } from './serialization.ts';
import { typesOf } from './values.ts';

/** Every value of these keywords must hold independently (JSON Schema Validation, sections 6.2 to 8). */
const independent = ['pattern', 'format', 'multipleOf', 'uniqueItems', 'contentEncoding', 'contentMediaType'];

/** For these keywords, the report only says that they differ. */
const opaque = [
  ...['not', 'if', 'then', 'else', 'dependentRequired', 'dependentSchemas'],
  ...['propertyNames', 'prefixItems', 'contains'],
  ...['unevaluatedItems', 'contentSchema', 'discriminator', '$dynamicRef', 'xml'],
];

/** These affect other keywords (`items`) or the serialization, so a new one may allow more. */
const besideOthers = ['prefixItems', 'xml'];

/** Changed constraints. A new one allows less, and a removed one allows more, if it affects no other keyword. */
export function constraints(parts: Pair<Parts>, isEquivalent: Equivalence): KeywordChange[] {
  return [
    ...independent.map((keyword) => independentChange(parts, keyword)),
    ...opaque.map((keyword) => opaqueChange(parts, keyword, isEquivalent)),
  ];
}

type Values = readonly unknown[];

/** Whether two schemas allow the same values, as far as they can be compared. */
type Equivalence = (schemas: Pair<unknown>) => boolean;

/** The keywords whose value is one schema. */
const holding = [
  'not',
  'if',
  'then',
  'else',
  'propertyNames',
  'contains',
  'unevaluatedItems',
  'contentSchema',
];

function independentChange(parts: Pair<Parts>, keyword: string): KeywordChange {
  const { base: before, revision: now } = both(parts, (some) => effectiveValues(some, keyword));
  const shift = shiftOf(before, now);
  if (shift === undefined) return undefined;
  const [was, is] = [before, now].map((values) =>
    values.length === 0 ? undefined : { what: `\`${keyword}\``, value: values.map(quote).join(', ') },
  );
  return { keyword, shift, message: ({ name }) => toChangeText(name, was, is) };
}

/** The values of a keyword, without those that have no effect. */
function effectiveValues(parts: Parts, keyword: string): Values {
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

function shiftOf(before: Values, now: Values): Shift | undefined {
  const isLost = before.some((value) => !now.includes(value));
  const isGained = now.some((value) => !before.includes(value));
  if (!isLost) return isGained ? 'narrower' : undefined;
  if (!isGained || isWithin(before, now)) return 'wider';
  return isWithin(now, before) ? 'narrower' : 'other';
}

/** The number formats that contain all numbers of a format (OpenAPI 3.1, section 4.4). */
const widerFormats: Readonly<Record<string, string>> = { int32: 'int64', float: 'double' };

/** Whether whatever fits some values of a keyword fits the others: every multiple of 10 is a multiple of 5. */
function isWithin(some: Values, others: Values): boolean {
  const implies = (one: unknown, other: unknown): boolean =>
    one === other || isMultiple(one, other) || widerFormats[String(one)] === other;
  return others.every((other) => some.some((one) => implies(one, other)));
}

/** Numbers such as 0.1 are not exact, so the quotient is compared with a tolerance. */
function isMultiple(number: unknown, of: unknown): boolean {
  if (typeof number !== 'number' || typeof of !== 'number') return false;
  const times = number / of;
  return times >= 0.5 && Math.abs(times - Math.round(times)) <= 4 * Number.EPSILON * times;
}

function opaqueChange(parts: Pair<Parts>, keyword: string, isEquivalent: Equivalence): KeywordChange {
  const { base: before, revision: now } = both(parts, (some) => valuesOf(some, keyword));
  if (before.length + now.length === 0) return undefined;
  if (isSame(before, now, keyword) || isComparedInside(parts, keyword, isEquivalent)) return undefined;
  const isOpen = !besideOthers.includes(keyword);
  if (before.length === 0)
    return { keyword, shift: isOpen ? 'narrower' : 'other', message: `has a new \`${keyword}\`` };
  if (now.length === 0)
    return { keyword, shift: isOpen ? 'wider' : 'other', message: `no longer has \`${keyword}\`` };
  const shift = keyword === 'dependentRequired' ? shiftOfNeeds(parts) : 'other';
  return { keyword, shift, message: `has another \`${keyword}\`` };
}

/** Whether the difference, if there is one, shows in the schemas of a keyword. */
function isComparedInside(parts: Pair<Parts>, keyword: string, isEquivalent: Equivalence): boolean {
  if (keyword === 'prefixItems') return isSamePlaces(parts);
  const { base, revision } = both(parts, (some) => valuesOf(some, keyword));
  const isPair = holding.includes(keyword) && base.length === 1 && revision.length === 1;
  return isPair && isEquivalent({ base: base[0], revision: revision[0] });
}

/** Compares which property requires which other. */
function shiftOfNeeds(parts: Pair<Parts>): Shift {
  const { base, revision } = both(parts, (some) => membersOf(some, 'dependentRequired').flatMap(toNeeds));
  if (base.every((need) => revision.includes(need))) return 'narrower';
  return revision.every((need) => base.includes(need)) ? 'wider' : 'other';
}

function toNeeds([name, others]: readonly [string, unknown]): string[] {
  return (Array.isArray(others) ? others : []).map((other) => JSON.stringify([name, other]));
}

/** Whether `prefixItems` has as many schemas in both, so that only these can differ. */
function isSamePlaces(parts: Pair<Parts>): boolean {
  const { base, revision } = both(parts, (some) => valuesOf(some, 'prefixItems').map(lengthOf));
  return base.length === 1 && String(base) === String(revision);
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : -1;
}

/** The schemas of `prefixItems` for the same indexes (JSON Schema Core, section 10.3.1.1). */
export function prefixSchemas(parts: Pair<Parts>): { readonly step: string; readonly pair: Pair<unknown> }[] {
  if (!isSamePlaces(parts)) return [];
  const now = new Map(membersOf(parts.revision, 'prefixItems'));
  return membersOf(parts.base, 'prefixItems').map(([index, base]) => ({
    step: `[${index}]`,
    pair: { base, revision: now.get(index) },
  }));
}
