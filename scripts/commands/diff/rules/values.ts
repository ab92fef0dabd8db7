import type { FoundChange, Pair } from './found-change.ts';
import { keywordPlace, type Parts, quote, valuesOf } from './parts.ts';
import { type PlainUnion, plainOf, spellingOf, unions } from './plain-schema.ts';
import { breaks, type SchemaContext, type Shift, schemaChange } from './schema-context.ts';

const verbs = {
  request: { lost: 'no longer accepts', gained: 'also accepts', only: 'accepts only', any: 'accepts any' },
  response: { lost: 'is no longer', gained: 'may now be', only: 'is only', any: 'may now be any' },
} as const;

/** Changes to the allowed values: `enum`, `const` and `type` (JSON Schema Validation, section 6.1). */
export function values(parts: Pair<Parts>, at: SchemaContext): FoundChange[] {
  const [before, now] = [parts.base, parts.revision].map((some) => withoutNull(enumOf(some), at));
  const toChange = (shift: Shift, keyword: string, predicate: string): FoundChange => {
    const place = keywordPlace(at, parts, spellingOf(parts.revision, keyword));
    return schemaChange(at, breaks(at, shift), place, ({ name }) => `${name} ${predicate}`);
  };
  const verb = verbs[at.side];
  const keyword = [...parts.base, ...parts.revision].some((part) => part.enum !== undefined)
    ? 'enum'
    : 'const';
  if (before === now) return types(parts, at, toChange);
  if (before === undefined || now === undefined) {
    const [shift, predicate] =
      now === undefined
        ? (['wider', `${verb.any} value`] as const)
        : (['narrower', `${verb.only} ${quoteAll(now)}`] as const);
    return [toChange(shift, keyword, predicate), ...types(parts, at, toChange)];
  }
  const lost = [...before].filter(([key]) => !now.has(key));
  const gained = [...now].filter(([key]) => !before.has(key));
  return [
    ...(lost.length === 0 ? [] : [toChange('narrower', keyword, `${verb.lost} ${quoteAll(lost)}`)]),
    ...(gained.length === 0 ? [] : [toChange('wider', keyword, `${verb.gained} ${quoteAll(gained)}`)]),
  ];
}

function types(
  parts: Pair<Parts>,
  at: SchemaContext,
  toChange: (shift: Shift, keyword: string, predicate: string) => FoundChange,
): FoundChange[] {
  const [before, now] = [parts.base, parts.revision].map((some) =>
    typesOf(some)?.filter((type) => !at.isNullHandled || type !== 'null'),
  );
  const verb = verbs[at.side];
  if (before === undefined)
    return now === undefined ? [] : [toChange('narrower', 'type', `${verb.only} ${now.join(', ')}`)];
  if (now === undefined) return [toChange('wider', 'type', `${verb.any} type`)];
  const lost = before.filter((type) => !includes(now, type));
  const gained = now.filter((type) => !includes(before, type));
  const isNumberOrInteger = before.includes('number') !== now.includes('number');
  if (lost.length > 0 && (gained.length > 0 || isNumberOrInteger)) {
    const shift = gained.length > 0 ? 'other' : 'narrower';
    return [toChange(shift, 'type', `is ${now.join(', ')} instead of ${before.join(', ')}`)];
  }
  if (lost.length > 0) return [toChange('narrower', 'type', `${verb.lost} ${lost.join(', ')}`)];
  return gained.length === 0 ? [] : [toChange('wider', 'type', `${verb.gained} ${gained.join(', ')}`)];
}

type Values = ReadonlyMap<string, unknown>;

function withoutNull(values: Values | undefined, { isNullHandled }: SchemaContext): Values | undefined {
  return isNullHandled ? values && new Map([...values].filter(([key]) => key !== 'null')) : values;
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

/** The types that each part allows. */
function typesGiven(parts: Parts): (readonly string[])[] {
  const given = valuesOf(parts, 'type').map((type) => (Array.isArray(type) ? type : [type]).map(String));
  return [...given, ...plain(parts).flatMap(({ types }) => (types === undefined ? [] : [types]))];
}

function plain(parts: Parts): PlainUnion[] {
  return parts.flatMap((part) => unions.flatMap((keyword) => plainOf(part, keyword) ?? []));
}

/** The types that all parts allow, or else the types of the listed values. */
export function typesOf(parts: Parts): readonly string[] | undefined {
  const given = typesGiven(parts);
  const listed = enumOf(parts);
  const lists =
    given.length > 0 || listed === undefined ? given : [[...new Set([...listed.values()].map(typeOf))]];
  const [first, ...rest] = lists;
  return first?.filter((type) => rest.every((other) => includes(other, type)));
}

/** An integer is a number, too. */
function includes(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function quoteAll(values: Iterable<readonly [string, unknown]>): string {
  return [...values].map(([, value]) => quote(value)).join(', ');
}
