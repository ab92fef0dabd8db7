import { isObject } from '../../../base/read.ts';
import { lostAndGained, type Pair } from './pair.ts';
import { assertionsOf, itemsOf, type Parts, quote, type SchemaPart, valuesOf } from './parts.ts';
import type { KeywordChange, SchemaContext } from './schema-context.ts';

/** The words for allowed values, from the point of view of the client. */
export const verbs = {
  request: { lost: 'no longer accepts', gained: 'also accepts', only: 'accepts only', any: 'accepts any' },
  response: { lost: 'is no longer', gained: 'may now be', only: 'is only', any: 'may now be any' },
} as const;

/** Changes to the allowed values: `enum`, `const` and `type` (JSON Schema Validation, section 6.1). */
export function values(parts: Pair<Parts>, at: SchemaContext): KeywordChange[] {
  const [before, now] = [parts.base, parts.revision].map((some) => withoutNull(enumOf(some), at));
  if (before === undefined && now === undefined) return types(parts, at);
  const isEnum = [...parts.base, ...parts.revision].some((part) => part.enum !== undefined);
  const keyword = spellingOf(parts.revision, isEnum ? 'enum' : 'const');
  const { any, only } = verbs[at.side];
  if (now === undefined) return [{ keyword, shift: 'wider', message: `${any} value` }, ...types(parts, at)];
  if (before === undefined)
    return [{ keyword, shift: 'narrower', message: `${only} ${quoteAll(now)}` }, ...types(parts, at)];
  const lost = [...before].filter(([key]) => !now.has(key));
  const gained = [...now].filter(([key]) => !before.has(key));
  return lessAndMore(keyword, at, quoteAll(lost), quoteAll(gained));
}

function types(parts: Pair<Parts>, at: SchemaContext): KeywordChange[] {
  const [before, now] = [parts.base, parts.revision].map((some) =>
    typesOf(some)?.filter((type) => !at.isNullHandled || type !== 'null'),
  );
  if (before === undefined && now === undefined) return [];
  const keyword = spellingOf(parts.revision, 'type');
  const { any, only } = verbs[at.side];
  if (now === undefined) return [{ keyword, shift: 'wider', message: `${any} type` }];
  if (before === undefined) return [{ keyword, shift: 'narrower', message: `${only} ${now.join(', ')}` }];
  const { lost, gained } = lostAndGained(before, now, includes);
  const isNumberOrInteger = before.includes('number') !== now.includes('number');
  if (lost.length > 0 && (gained.length > 0 || isNumberOrInteger)) {
    const shift = gained.length > 0 ? 'other' : 'narrower';
    return [{ keyword, shift, message: `is ${now.join(', ')} instead of ${before.join(', ')}` }];
  }
  return lessAndMore(keyword, at, lost.join(', '), gained.join(', '));
}

/**
 * Changes to the values of `x-extensible-enum`, to which others may be added: clients must expect values that they do
 * not know, but the API does not accept every value (Zalando RESTful API Guidelines, rule 112).
 */
export function extensibleValues(parts: Pair<Parts>, at: SchemaContext): KeywordChange[] {
  const keyword = 'x-extensible-enum';
  const [before, now] = [parts.base, parts.revision].map((some) => itemsOf(some, keyword));
  if (before?.length === 0 || now?.length === 0) return [];
  const { lost, gained } = lostAndGained(before ?? [], now ?? []);
  const [less, more] = [lost, gained].map((some) => some.map(quote).join(', '));
  const changes = lessAndMore(keyword, at, less ?? '', more ?? '');
  if (at.side === 'request') return changes;
  return changes.map((change) => change && { ...change, shift: 'none' });
}

/** A change for the values that are lost, and one for those that are gained. */
function lessAndMore(keyword: string, at: SchemaContext, lost: string, gained: string): KeywordChange[] {
  const verb = verbs[at.side];
  return [
    lost !== '' && { keyword, shift: 'narrower', message: `${verb.lost} ${lost}` },
    gained !== '' && { keyword, shift: 'wider', message: `${verb.gained} ${gained}` },
  ];
}

/** The keyword that the parts use for the meaning of `keyword`. */
function spellingOf(parts: Parts, keyword: string): string {
  if (parts.some((part) => part[keyword] !== undefined)) return keyword;
  return unions.find((union) => parts.some((part) => plainOf(part, union) !== undefined)) ?? keyword;
}

type Values = ReadonlyMap<string, unknown>;

function withoutNull(values: Values | undefined, { isNullHandled }: SchemaContext): Values | undefined {
  return isNullHandled ? values && new Map([...values].filter(([key]) => key !== 'null')) : values;
}

function quoteAll(values: Iterable<readonly [string, unknown]>): string {
  return [...values].map(([, value]) => quote(value)).join(', ');
}

/** The values that `enum`, `const` and `type` together allow, by their JSON; `undefined` without `enum` and `const`. */
export function enumOf(parts: Parts): Values | undefined {
  const enums = valuesOf(parts, 'enum').filter(Array.isArray);
  const spelled = plain(parts).flatMap(({ values }) => (values === undefined ? [] : [values]));
  const lists = [...enums, ...valuesOf(parts, 'const').map((value) => [value]), ...spelled];
  const [first, ...rest] = lists.map((list) => new Map(list.map((value) => [JSON.stringify(value), value])));
  const isAllowed = (value: unknown): boolean =>
    typesGiven(parts).every((given) => includes(given, typeOf(value)));
  return (
    first &&
    new Map([...first].filter(([key, value]) => rest.every((other) => other.has(key)) && isAllowed(value)))
  );
}

/** The types that all parts allow, or else the types of the listed values. Multiples of a whole number are integers. */
export function typesOf(parts: Parts): readonly string[] | undefined {
  const given = typesGiven(parts);
  const isWhole = valuesOf(parts, 'multipleOf').some(Number.isInteger);
  const listed = enumOf(parts);
  const lists =
    given.length > 0 || listed === undefined ? given : [[...new Set([...listed.values()].map(typeOf))]];
  const [first, ...rest] = lists;
  const types = first?.filter((type) => rest.every((other) => includes(other, type)));
  return isWhole ? types?.map((type) => (type === 'number' ? 'integer' : type)) : types;
}

/** Whether null is one of the types, and one of the values if these are listed. */
export function mayBeNull(parts: Parts): boolean {
  const listed = enumOf(parts);
  return listed === undefined ? typesOf(parts)?.includes('null') === true : listed.has('null');
}

/** The types that each part allows. */
function typesGiven(parts: Parts): (readonly string[])[] {
  const given = valuesOf(parts, 'type').map((type) => [type].flat().map(String));
  return [...given, ...plain(parts).flatMap(({ types }) => (types === undefined ? [] : [types]))];
}

/** An integer is a number, too. */
function includes(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

/** The type without the difference between numbers and integers. */
export function toNumber(type: string): string {
  return type === 'integer' ? 'number' : type;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** Keywords that list branches. */
export const unions = ['oneOf', 'anyOf'] as const;

function plain(parts: Parts): PlainUnion[] {
  return parts.flatMap((part) => unions.flatMap((keyword) => plainOf(part, keyword) ?? []));
}

/** Branches that are only types, or only values. */
type PlainUnion = { readonly types?: readonly string[]; readonly values?: readonly unknown[] };

/**
 * The types or values of a `oneOf` or `anyOf` whose branches are each only a type or a value. This is another spelling
 * of `type` and `enum` (JSON Schema Validation, section 6.1).
 */
export function plainOf(part: SchemaPart, keyword: (typeof unions)[number]): PlainUnion | undefined {
  const list = part[keyword];
  if (!Array.isArray(list) || list.length < 2 || !list.every(isObject)) return undefined;
  if (list.every((branch) => String(assertionsOf(branch)) === 'type')) {
    const types = list.flatMap(({ type }) => type).map(String);
    const isTwice = new Set(types.map(toNumber)).size < types.length;
    return isTwice ? undefined : { types };
  }
  if (list.every(isValue)) {
    const values = list.flatMap(({ const: value, enum: all }) => (Array.isArray(all) ? all : [value]));
    const isTwice = new Set(values.map((value) => JSON.stringify(value))).size < values.length;
    return isTwice ? undefined : { values };
  }
  return undefined;
}

function isValue(branch: SchemaPart): boolean {
  const keywords = String(assertionsOf(branch).filter((key) => key !== 'type'));
  return keywords === 'const' || keywords === 'enum';
}
