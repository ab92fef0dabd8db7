import { type NamedValue, toChangeText } from './change-text.ts';
import type { FoundChange, Pair } from './found-change.ts';
import { keywordPlace, type Parts, valuesOf } from './parts.ts';
import { breaks, type SchemaContext, type Shift, schemaChange } from './schema-context.ts';
import { typesOf } from './values.ts';

/** The keywords of limits; `sign` is 1 if a higher number is stricter. */
const limitKinds = [
  { keyword: 'minimum', exclusive: 'exclusiveMinimum', sign: 1 },
  { keyword: 'maximum', exclusive: 'exclusiveMaximum', sign: -1 },
  { keyword: 'minLength', sign: 1, least: 0 },
  { keyword: 'maxLength', sign: -1 },
  { keyword: 'minItems', sign: 1, least: 0 },
  { keyword: 'maxItems', sign: -1 },
  { keyword: 'maxContains', sign: -1 },
  { keyword: 'minProperties', sign: 1, least: 0 },
  { keyword: 'maxProperties', sign: -1 },
] as const satisfies readonly Kind[];

type Kind = {
  readonly keyword: string;
  readonly exclusive?: string;
  readonly sign: 1 | -1;
  /** The value that has no effect. */
  readonly least?: number;
};

type Limit = {
  readonly keyword: string;
  /** The number in the spec. */
  readonly given: number;
  /** The first allowed number, or the excluded one. */
  readonly value: number;
  readonly isExclusive: boolean;
};

/** Changed limits of numbers, strings, arrays and objects (JSON Schema Validation, sections 6.2 to 6.5). */
export function limits(parts: Pair<Parts>, at: SchemaContext): FoundChange[] {
  return limitKinds.flatMap((kind) => {
    const [before, now] = [strictest(parts.base, kind), strictest(parts.revision, kind)];
    const order = compare(before, now, kind);
    if (order === 0) return [];
    const keyword = now?.keyword ?? before?.keyword ?? kind.keyword;
    const shift: Shift = order < 0 ? 'narrower' : 'wider';
    return [
      schemaChange(at, breaks(at, shift), keywordPlace(at, parts, keyword), ({ name }) =>
        toChangeText(name, before && toClause(before), now && toClause(now)),
      ),
    ];
  });
}

function toClause({ keyword, given }: Limit): NamedValue {
  return { what: `\`${keyword}\``, value: String(given) };
}

function strictest(parts: Parts, kind: Kind): Limit | undefined {
  const given = (keyword: string, isExclusive: boolean): Limit[] =>
    valuesOf(parts, keyword).flatMap((value) => {
      if (typeof value !== 'number' || value === kind.least) return [];
      const limit = { keyword, given: value, value, isExclusive };
      return [kind.exclusive !== undefined && isWhole(parts) ? toWhole(limit, kind) : limit];
    });
  const all = [
    ...given(kind.keyword, false),
    ...(kind.exclusive === undefined ? [] : given(kind.exclusive, true)),
  ];
  return all.toSorted((a, b) => compare(b, a, kind))[0];
}

function isWhole(parts: Parts): boolean {
  const types = typesOf(parts);
  return types?.includes('integer') === true && !types.includes('number');
}

/** The limit for integers: more than 0 is 1 or more. */
function toWhole(limit: Limit, { sign }: Kind): Limit {
  const nearest = sign * Math.ceil(sign * limit.value);
  const isExcluded = limit.isExclusive && nearest === limit.value;
  return { ...limit, value: isExcluded ? nearest + sign : nearest, isExclusive: false };
}

/** Negative if the second limit is stricter, positive if the first is. */
function compare(a: Limit | undefined, b: Limit | undefined, { sign }: Kind): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return sign * (a.value - b.value) || Number(a.isExclusive) - Number(b.isExclusive);
}
