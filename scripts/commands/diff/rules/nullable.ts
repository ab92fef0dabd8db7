import type { Pair } from './found-change.ts';
import { assertionsOf, type Parts, partsOf, type SchemaPart } from './parts.ts';
import { overlapsOf, unionsOf } from './unions.ts';
import { enumOf, typesOf } from './values.ts';

/**
 * The schemas without null, if both allow null but write it differently: `anyOf: [{ … }, { type: 'null' }]` and
 * `type: [ …, 'null']` (JSON Schema Validation, section 6.1.1).
 */
export function nonNullForms({ base, revision }: Pair<Parts>): Pair<Parts> | undefined {
  const [before, now] = [nonNullForm(base), nonNullForm(revision)];
  if (before !== undefined && now === undefined && mayBeNull(revision)) {
    return { base: partsOf([before]), revision };
  }
  if (now !== undefined && before === undefined && mayBeNull(base)) {
    return { base, revision: partsOf([now]) };
  }
  return undefined;
}

/** The branch that is not null, if the schema consists of exactly that one and null. */
function nonNullForm(parts: Parts): SchemaPart | undefined {
  const [union] = unionsOf(parts);
  if (union?.branches.length !== 2 || parts.flatMap(assertionsOf).length !== 1) return undefined;
  const forms = union.branches.filter((branch) => String(typesOf(partsOf([branch]))) !== 'null');
  const isEquivalent = union.keyword === 'anyOf' || overlapsOf(union.branches).length === 0;
  return forms.length === 1 && isEquivalent ? forms[0] : undefined;
}

/** Whether null is one of the types, and one of the values if these are listed. */
export function mayBeNull(parts: Parts): boolean {
  const listed = enumOf(parts);
  return listed === undefined ? typesOf(parts)?.includes('null') === true : listed.has('null');
}
