import type { Pair } from './found.ts';
import { assertionsOf, type Parts, partsOf, type SchemaPart } from './parts.ts';
import { overlapsOf, unionsOf } from './unions.ts';
import { enumOf, typesOf } from './values.ts';

/**
 * What is allowed beside null, where both allow that and spell it in two ways: `anyOf: [{ … }, { type: 'null' }]` and
 * `type: [ …, 'null']` (JSON Schema Validation, section 6.1.1).
 */
export function besideNull({ base, revision }: Pair<Parts>): Pair<Parts> | undefined {
  const [before, now] = [formBesideNull(base), formBesideNull(revision)];
  if (before !== undefined && now === undefined && mayBeNull(revision)) {
    return { base: partsOf([before]), revision };
  }
  if (now !== undefined && before === undefined && mayBeNull(base)) {
    return { base, revision: partsOf([now]) };
  }
  return undefined;
}

/** The form of exactly one branch is not null itself. */
function formBesideNull(parts: Parts): SchemaPart | undefined {
  const [union] = unionsOf(parts);
  if (union?.branches.length !== 2 || parts.flatMap(assertionsOf).length !== 1) return undefined;
  const forms = union.branches.filter((branch) => String(typesOf(partsOf([branch]))) !== 'null');
  const isTold = union.keyword === 'anyOf' || overlapsOf(union.branches).length === 0;
  return forms.length === 1 && isTold ? forms[0] : undefined;
}

/** Whether null is among the types, and among the values where these are listed. */
export function mayBeNull(parts: Parts): boolean {
  const listed = enumOf(parts);
  return listed === undefined ? typesOf(parts)?.includes('null') === true : listed.has('null');
}
