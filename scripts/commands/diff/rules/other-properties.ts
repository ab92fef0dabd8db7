import { isObject } from '../../../base/read.ts';
import { matches } from '../../../model/bounded-pattern.ts';
import { both, type Pair } from './pair.ts';
import { assertionsOf, hasOwn, membersOf, type Parts, partsOf, type SchemaPart, valuesOf } from './parts.ts';
import type { KeywordChange, SchemaContext } from './schema-context.ts';

const states = ['none', 'some', 'any'] as const;

type Others = {
  readonly state: (typeof states)[number];
  readonly keyword: string;
  /** The schemas that must all hold, if there are any. */
  readonly schema?: readonly SchemaPart[];
};

/** The rules of one part for all properties except those that `seen` names. */
type Rule = { readonly keyword: string; readonly value: unknown; readonly seen: Parts };

/** Which properties an object may have besides the named ones. */
export function otherPropertiesOf(parts: Parts): Others {
  const rules = rulesOf(parts);
  const none = rules.find(({ value }) => value === false);
  if (none !== undefined) return { state: 'none', keyword: none.keyword };
  const some = rules.flatMap(({ keyword, value }) => (isObject(value) ? [{ keyword, value }] : []));
  const [first] = some;
  if (first === undefined) return { state: 'any', keyword: 'additionalProperties' };
  return { state: 'some', keyword: first.keyword, schema: [...new Set(some.map(({ value }) => value))] };
}

/** The schemas for a property, or for those of a pattern, from parts to which it is an additional one. */
export function schemasForOther(parts: Parts, keyword: string, name: string): unknown[] {
  const isSeen = (part: SchemaPart): boolean =>
    hasOwn(part[keyword], name) || (keyword === 'properties' && matchesPattern(part, name));
  return rulesOf(parts)
    .filter(({ seen }) => !seen.some(isSeen))
    .map(({ value }) => value);
}

/**
 * `additionalProperties` depends only on its own schema object, `unevaluatedProperties` also on the subschemas of that
 * object. Beside the former, the latter has no effect (JSON Schema Core, sections 10.3.2.3 and 11.3).
 */
function rulesOf(parts: Parts): Rule[] {
  const rules = parts.flatMap((part): Rule[] => {
    const { additionalProperties: own, unevaluatedProperties: left } = part;
    if (own !== undefined) return [{ keyword: 'additionalProperties', value: own, seen: [part] }];
    if (left === undefined || valuesOf(partsOf([part]), 'additionalProperties').length > 0) return [];
    return [{ keyword: 'unevaluatedProperties', value: left, seen: withSubschemas(part) }];
  });
  return rules.filter(({ value }) => value === false || (isObject(value) && assertionsOf(value).length > 0));
}

/** A schema and its subschemas that apply to the same value. */
function withSubschemas(part: SchemaPart): Parts {
  const all = new Set<SchemaPart>([part]);
  for (const { allOf, anyOf, oneOf, if: test, then, else: otherwise, dependentSchemas } of all) {
    const inner = [allOf, anyOf, oneOf, test, then, otherwise, Object.values(Object(dependentSchemas))];
    for (const schema of inner.flat().filter(isObject)) all.add(schema);
  }
  return [...all];
}

/** A pattern that can't be tested might match anything. */
function matchesPattern({ patternProperties }: SchemaPart, name: string): boolean {
  return Object.keys(Object(patternProperties)).some((pattern) => matches(pattern, name) ?? true);
}

const verbs = {
  request: {
    none: 'no longer accepts other properties',
    some: 'accepts other properties of one kind only',
    any: 'now accepts any other properties',
  },
  response: {
    none: 'no longer has other properties',
    some: 'may have other properties of one kind only',
    any: 'may now have any other properties',
  },
} as const;

/** Changes to whether an object may have other properties. */
export function otherProperties(parts: Pair<Parts>, { side }: SchemaContext): KeywordChange[] {
  const { base: before, revision: now } = both(parts, otherPropertiesOf);
  if (before.state === now.state)
    return [...ofBranches(parts, before.keyword, now.keyword), ...ofPatterns(parts)];
  const shift = states.indexOf(now.state) > states.indexOf(before.state) ? 'wider' : 'narrower';
  const keyword = now.state === 'any' ? before.keyword : now.keyword;
  return [{ keyword, shift, message: verbs[side][now.state] }, ...ofPatterns(parts)];
}

/** A property named in a branch is additional for `additionalProperties`, but not for `unevaluatedProperties`. */
function ofBranches({ base, revision }: Pair<Parts>, before: string, now: string): KeywordChange[] {
  const own = [...base, ...revision];
  const isNamed = own
    .flatMap(withSubschemas)
    .some((part) => part.properties !== undefined && !own.includes(part));
  if (before === now || !isNamed) return [];
  const shift = now === 'additionalProperties' ? 'narrower' : 'wider';
  return [{ keyword: now, shift, message: `has \`${now}\` instead of \`${before}\`` }];
}

/** Patterns whose properties became, or no longer are, additional ones of another part. */
function ofPatterns(parts: Pair<Parts>): KeywordChange[] {
  const keyword = 'patternProperties';
  const { base: before, revision: now } = both(parts, (some) => {
    const patterns = membersOf(some, keyword).map(([name]) => name);
    return new Map(patterns.map((name) => [name, schemasForOther(some, keyword, name).length > 0]));
  });
  const changed = [...now].filter(([name, isOther]) => before.get(name) === !isOther);
  return changed.map(([pattern, isOther]) => {
    const verb = isOther ? 'are now' : 'are no longer';
    return {
      keyword,
      shift: isOther ? 'narrower' : 'wider',
      message: ({ name }) =>
        `properties \`${pattern}\` of ${name} ${verb} restricted by a part that does not name them`,
    };
  });
}
