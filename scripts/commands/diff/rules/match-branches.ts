import { isObject } from '../../../base/read.ts';
import type { Spec } from '../../../model/spec.ts';
import { both, lostAndGained, type Matched, match, type Pair } from './pair.ts';
import { assertionsOf, type Parts, partsOf, type SchemaPart } from './parts.ts';
import { isSame } from './same.ts';
import { componentName, type SchemaContext } from './schema-context.ts';
import { findUnions, isPure, type Union } from './unions.ts';
import { mayBeNull, typesOf } from './values.ts';

/** A union with that of the other spec, or with its single schema; and its branches, matched. */
export type ComparedBranches = Matched<SchemaPart> & Pair<Partial<Union> & Pick<Union, 'branches'>>;

/** The unions of both specs: those that were compared, and those that only one spec has. */
type Branches = {
  readonly compared: readonly ComparedBranches[];
  readonly gone: readonly Union[];
  readonly added: readonly Union[];
  /** The single schema of one spec that is a branch in the other. */
  readonly lone?: Pair<SchemaPart>;
};

/** Matches the branches of both specs. A schema without branches may be one of the other spec's, if it has only those. */
export function matchBranches(parts: Pair<Parts>, at: SchemaContext): Branches {
  const { base, revision } = both(parts, (some) => findUnions(some));
  const isOneSided = (base.length === 0) !== (revision.length === 0);
  const isMadeOfThem = (base.length === 0 ? parts.revision : parts.base).every(isPure);
  if (isOneSided && base.length + revision.length === 1 && isMadeOfThem) {
    const pair = { base: orItself(base, parts.base), revision: orItself(revision, parts.revision) };
    const compared = compare(pair, at);
    const [lone] = compared.pairs;
    if (lone !== undefined) return { compared: [compared], gone: [], added: [], lone };
  }
  // Equal unions are pairs, and so are the others, in their order, if their numbers are equal.
  const isSameNumber = base.length === revision.length;
  const { pairs, gone, added } = match(base, revision, [isSameUnion, () => isSameNumber]);
  return { compared: pairs.map((pair) => compare(pair, at)), gone, added };
}

type Compared = ComparedBranches['base'];

function orItself([union]: readonly Union[], parts: Parts): Compared {
  return union ?? { branches: parts.slice(0, 1) };
}

/** Whether two unions have the same branches, in any order. */
function isSameUnion({ branches: before }: Union, { branches: now }: Union): boolean {
  const { lost, gained } = lostAndGained(before, now, (all, one) => all.some((other) => isAlike(other, one)));
  return before.length === now.length && lost.length + gained.length === 0;
}

/** Pairs branches that are the same, then by component, by signature, and by types alone. */
function compare(unions: Pair<Compared>, { specs }: SchemaContext): ComparedBranches {
  const matched = match(unions.base.branches, unions.revision.branches, [
    isAlike,
    (before, now) => nameOf(before, specs.base) === nameOf(now, specs.revision),
    (before, now) => signature(before) === signature(now),
    (before, now) => typeLabel(before) === typeLabel(now),
  ]);
  return { ...unions, ...matched };
}

function nameOf(part: SchemaPart, spec: Spec): string {
  return componentName(spec, part) ?? signature(part);
}

/** Whether two branches are the same. The outline is compared first because it is cheap and mostly differs. */
function isAlike(a: SchemaPart, b: SchemaPart): boolean {
  return outline(a) === outline(b) && isSame(a, b);
}

/** A text that is equal for equal branches, whatever the order of their lists. */
const outline = memoize((part) => {
  const { properties, const: value, pattern } = part;
  const names = isObject(properties) ? Object.keys(properties).toSorted() : [];
  return JSON.stringify([assertionsOf(part).toSorted(), names, value, pattern]);
});

const signature = memoize((part) => {
  const { properties, required, enum: values, const: value, format } = part;
  const names = isObject(properties) && Object.keys(properties);
  return JSON.stringify([typeLabel(part), names, required, values, value, format]);
});

/** Remembers the text of each branch, because each is compared with all others. */
function memoize(compute: (part: SchemaPart) => string): (part: SchemaPart) => string {
  const cache = new WeakMap<SchemaPart, string>();
  return (part) => {
    const text = cache.get(part) ?? compute(part);
    cache.set(part, text);
    return text;
  };
}

/** The types of a branch, for messages. */
export const typeLabel = memoize((part) => {
  const parts = partsOf([part]);
  const types = typesOf(parts)?.filter((type) => type !== 'null' || mayBeNull(parts));
  return types?.join(', ') ?? 'another form';
});
