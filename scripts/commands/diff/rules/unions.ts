import { isObject } from '../../../base/read.ts';
import { areDisjoint } from './disjoint.ts';
import type { Pair } from './found-change.ts';
import { assertionsOf, type Parts, type SchemaPart } from './parts.ts';
import { plainOf, unions } from './plain-schema.ts';
import { isSame } from './same.ts';

/** A list of branches, and its location. */
export type Union = {
  readonly keyword: (typeof unions)[number];
  readonly part: SchemaPart;
  readonly branches: readonly SchemaPart[];
};

/** Each `oneOf` and `anyOf` of the parts, except those that only spell `type` or `enum` differently. */
export function unionsOf(parts: Parts, above: readonly SchemaPart[] = []): Union[] {
  return parts.flatMap((part) =>
    unions.flatMap((keyword) => {
      const list = part[keyword];
      if (!Array.isArray(list) || plainOf(part, keyword) !== undefined) return [];
      const branches = list
        .filter(isObject)
        .flatMap((branch) => standingFor(branch, keyword, [...above, part]));
      return [{ keyword, part, branches: [...new Set(branches)] }];
    }),
  );
}

/** A branch, or the branches of one that is only a union with the same meaning. */
function standingFor(
  branch: SchemaPart,
  keyword: Union['keyword'],
  above: readonly SchemaPart[],
): readonly SchemaPart[] {
  if (!isPure(branch) || above.includes(branch)) return [branch];
  const [union, ...more] = unionsOf([branch], above);
  if (union === undefined || more.length > 0 || assertionsOf(branch).length > 1) return [branch];
  const isAny = keyword === 'anyOf' && union.keyword === 'anyOf';
  return isAny || overlapsOf(union.branches).length === 0 ? union.branches : [branch];
}

/** Whether a schema has only branches, and keywords that do not restrict values. */
export function isPure(part: SchemaPart): boolean {
  return assertionsOf(part).every((key) => key === 'oneOf' || key === 'anyOf');
}

/** Pairs of branches that the same value may match. */
export function overlapsOf(branches: readonly SchemaPart[]): (readonly [SchemaPart, SchemaPart])[] {
  return branches.flatMap((branch, index) =>
    branches
      .slice(index + 1)
      .filter((other) => !areDisjoint(branch, other))
      .map((other) => [branch, other] as const),
  );
}

/**
 * `oneOf` needs exactly one matching branch, `anyOf` at least one (JSON Schema Core, section 10.2.1). They differ only
 * if a value can match two branches; `oneOf` rejects it.
 */
export function exclusivenessChange(
  { base, revision }: Pair<Pick<Union, 'branches'> & { readonly keyword?: Union['keyword'] }>,
  pairs: readonly Pair<SchemaPart>[],
): { readonly shift: 'narrower' | 'wider'; readonly says: string } | undefined {
  if (revision.keyword === 'oneOf') {
    const old = new Set(
      pairs.filter((pair) => isWithin(pair.revision, pair.base)).map((pair) => pair.revision),
    );
    const changed = revision.branches.filter((branch) => base.keyword === 'anyOf' || !old.has(branch));
    const isOverlapping = changed.some((branch) =>
      revision.branches.some((other) => other !== branch && !areDisjoint(branch, other)),
    );
    if (!isOverlapping) return undefined;
    const says =
      base.keyword === 'anyOf'
        ? 'has `oneOf` instead of `anyOf`'
        : 'has branches of `oneOf` of which more may match at once, so that none does';
    return { shift: 'narrower', says };
  }
  const isExclusive = [base, revision].some(({ branches }) => overlapsOf(branches).length === 0);
  if (base.keyword !== 'oneOf' || isExclusive) return undefined;
  return { shift: 'wider', says: 'has `anyOf` instead of `oneOf`' };
}

/** Beside these keywords, another one may allow more. */
const besideOthers = [
  ...['additionalProperties', 'unevaluatedProperties', 'items', 'unevaluatedItems', 'contains'],
  ...['if', 'then', 'else'],
];

/** Whether every value that matches a branch matched the earlier one, because it has all the constraints of that. */
function isWithin(now: SchemaPart, before: SchemaPart): boolean {
  const isOpen = !Object.keys(before).some((keyword) => besideOthers.includes(keyword));
  if (!isOpen && assertionsOf(now).some((keyword) => before[keyword] === undefined)) return false;
  return assertionsOf(before).every((keyword) => {
    const [was, is] = [before[keyword], now[keyword]];
    if (keyword === 'required' && Array.isArray(was)) {
      return was.every((name) => Array.isArray(is) && is.includes(name));
    }
    if (keyword === 'properties' && isOpen && isObject(was) && isObject(is)) {
      return Object.keys(was).every((name) => isSame(was[name], is[name]));
    }
    return isSame(was, is, keyword);
  });
}
