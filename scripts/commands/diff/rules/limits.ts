import { type NamedValue, toChangeText } from './found-change.ts';
import type { Pair } from './pair.ts';
import { type Parts, valuesOf } from './parts.ts';
import type { KeywordChange } from './schema-context.ts';
import { typesOf } from './values.ts';

type Kind = {
  readonly keyword: string;
  readonly exclusive?: string;
  /** 1 if a higher number is stricter. */
  readonly sign: 1 | -1;
  /** The value that has no effect. */
  readonly least?: number;
  /** The keyword that it counts for, and what it is if only that keyword is given. */
  readonly besides?: string;
  readonly byDefault?: number;
};

const limitKinds: readonly Kind[] = [
  { keyword: 'minimum', exclusive: 'exclusiveMinimum', sign: 1 },
  { keyword: 'maximum', exclusive: 'exclusiveMaximum', sign: -1 },
  { keyword: 'minLength', sign: 1, least: 0 },
  { keyword: 'maxLength', sign: -1 },
  { keyword: 'minItems', sign: 1, least: 0 },
  { keyword: 'maxItems', sign: -1 },
  { keyword: 'minContains', sign: 1, least: 0, besides: 'contains', byDefault: 1 },
  { keyword: 'maxContains', sign: -1 },
  { keyword: 'minProperties', sign: 1, least: 0 },
  { keyword: 'maxProperties', sign: -1 },
];

type Limit = {
  readonly keyword: string;
  /** As written in the spec. */
  readonly given: NamedValue;
  /** The first allowed number, or the excluded one. */
  readonly value: number;
  readonly isExclusive: boolean;
};

/** Changed limits of numbers, strings, arrays and objects (JSON Schema Validation, sections 6.2 to 6.5). */
export function limits(parts: Pair<Parts>): KeywordChange[] {
  const isCounted = ({ besides }: Kind): boolean =>
    besides === undefined || [parts.base, parts.revision].every((some) => valuesOf(some, besides).length > 0);
  return limitKinds.filter(isCounted).map((kind) => {
    const [before, now] = [strictest(parts.base, kind), strictest(parts.revision, kind)];
    const order = compare(before, now, kind);
    if (order === 0) return undefined;
    const keyword = now?.keyword ?? before?.keyword ?? kind.keyword;
    const shift = order < 0 ? 'narrower' : 'wider';
    return { keyword, shift, message: ({ name }) => toChangeText(name, before?.given, now?.given) };
  });
}

function strictest(parts: Parts, kind: Kind): Limit | undefined {
  const limitsOf = (keyword: string, isExclusive: boolean): Limit[] =>
    valuesIn(parts, { ...kind, keyword }).flatMap((value) => {
      if (typeof value !== 'number' || value === kind.least) return [];
      const given = { what: `\`${keyword}\``, value: String(value) };
      const limit = { keyword, given, value, isExclusive };
      return [kind.exclusive !== undefined && isWhole(parts) ? toWhole(limit, kind) : limit];
    });
  const exclusive = kind.exclusive === undefined ? [] : limitsOf(kind.exclusive, true);
  return [...limitsOf(kind.keyword, false), ...exclusive].toSorted((a, b) => compare(b, a, kind))[0];
}

/** The values of a keyword, and its default for each part that leaves it out. */
function valuesIn(parts: Parts, { keyword, besides, byDefault }: Kind): unknown[] {
  if (besides === undefined) return valuesOf(parts, keyword);
  return parts.flatMap((part) => (part[besides] === undefined ? [] : [part[keyword] ?? byDefault]));
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
