import { isObject } from '../../../base/read.ts';
import { schemasForOther } from './other-properties.ts';
import type { Pair } from './pair.ts';
import { assertionsOf, hasOwn, type Parts, partsOf, type SchemaPart, valuesOf } from './parts.ts';
import { enumOf, mayBeNull, plainOf, toNumber, typesOf, unions } from './values.ts';

type Branches = readonly SchemaPart[];

/** A list of branches, and its location. */
export type Union = {
  readonly keyword: (typeof unions)[number];
  readonly part: SchemaPart;
  readonly branches: Branches;
};

/** Each `oneOf` and `anyOf` of the parts, except those that only spell `type` or `enum` differently. */
export function findUnions(parts: Parts, above: Branches = []): Union[] {
  return parts.flatMap((part) =>
    unions.flatMap((keyword) => {
      const list = part[keyword];
      if (!Array.isArray(list) || plainOf(part, keyword) !== undefined) return [];
      const branches = list
        .filter(isObject)
        .flatMap((branch) => flattenUnion(branch, keyword, [...above, part]));
      return [{ keyword, part, branches: [...new Set(branches)] }];
    }),
  );
}

/** A branch, or the branches of one that is only a union with the same meaning. */
function flattenUnion(branch: SchemaPart, keyword: Union['keyword'], above: Branches): Branches {
  if (!isPure(branch) || above.includes(branch)) return [branch];
  const [union, ...more] = findUnions([branch], above);
  if (union === undefined || more.length > 0 || assertionsOf(branch).length > 1) return [branch];
  const isAny = keyword === 'anyOf' && union.keyword === 'anyOf';
  return isAny || areExclusive(union.branches) ? union.branches : [branch];
}

/** Whether a schema has only branches, and keywords that do not restrict values. */
export function isPure(part: SchemaPart): boolean {
  return assertionsOf(part).every((key) => unions.some((union) => union === key));
}

/** Whether no value can match two of the branches. */
export function areExclusive(branches: Branches): boolean {
  return branches.every((branch, index) =>
    branches.slice(index + 1).every((other) => areDisjoint(branch, other)),
  );
}

/** Whether no value can match both, as far as types, values, and distinguishing properties show. */
export function areDisjoint(a: SchemaPart, b: SchemaPart): boolean {
  const [left, right] = [partsOf([a]), partsOf([b])];
  return shareNothing(left, right) || areDistinguished(left, right) || areDistinguished(right, left);
}

function shareNothing(left: Parts, right: Parts): boolean {
  const [values, others] = [enumOf(left), enumOf(right)];
  if (values && others) return [...values.keys()].every((key) => !others.has(key));
  const [types, otherTypes] = [typesOf(left), typesOf(right)].map((all) => all?.map(toNumber));
  return types !== undefined && otherTypes !== undefined && !types.some((type) => otherTypes.includes(type));
}

/** Whether the first requires a property that the second can't have, or not with those values. */
function areDistinguished(left: Parts, right: Parts): boolean {
  if (String(typesOf(left)) !== 'object') return false;
  return valuesOf(left, 'required')
    .flat()
    .some((name) => {
      const [own, other] = [left, right].map((parts) => propertyOf(parts, String(name)));
      // A closed part forbids what it does not name.
      if (other === undefined) return schemasForOther(right, 'properties', String(name)).includes(false);
      return own !== undefined && shareNothing(own, other);
    });
}

function propertyOf(parts: Parts, name: string): Parts | undefined {
  const schemas = valuesOf(parts, 'properties').flatMap((all) => (hasOwn(all, name) ? [all[name]] : []));
  return schemas.length === 0 ? undefined : partsOf(schemas);
}

/**
 * The schemas without null, if both allow null but write it differently: `anyOf: [{ … }, { type: 'null' }]` and
 * `type: [ …, 'null']` (JSON Schema Validation, section 6.1.1).
 */
export function nonNullForms({ base, revision }: Pair<Parts>): Pair<Parts> | undefined {
  const [before, now] = [nonNullForm(base), nonNullForm(revision)];
  if (before && !now && mayBeNull(revision)) return { base: partsOf([before]), revision };
  if (now && !before && mayBeNull(base)) return { base, revision: partsOf([now]) };
  return undefined;
}

/** The branch that is not null, if the schema consists of exactly that one and null. */
function nonNullForm(parts: Parts): SchemaPart | undefined {
  const [union] = findUnions(parts);
  if (
    union?.branches.length !== 2 ||
    parts.flatMap(assertionsOf).filter((key) => key !== 'allOf').length !== 1
  )
    return undefined;
  const forms = union.branches.filter((branch) => String(typesOf(partsOf([branch]))) !== 'null');
  const isEquivalent = union.keyword === 'anyOf' || areExclusive(union.branches);
  return forms.length === 1 && isEquivalent ? forms[0] : undefined;
}
