import { isObject } from '../../../base/read.ts';
import type { ChangePlace, Pair } from './found-change.ts';
import { mayBeNull } from './nullable.ts';
import { assertionsOf, type Parts, partsOf, type SchemaPart } from './parts.ts';
import { isSame } from './same.ts';
import { componentName, type SchemaContext } from './schema-context.ts';
import { isPure, type Union, unionsOf } from './unions.ts';
import { typesOf } from './values.ts';

/** The branches of `oneOf` and `anyOf`: matching pairs, and those that only one spec has. */
type Matched = {
  readonly pairs: readonly Pair<SchemaPart>[];
  readonly lost: readonly SchemaPart[];
  readonly gained: readonly SchemaPart[];
};

/** A union with that of the other spec, or with its single schema. */
export type ComparedBranches = Matched & {
  readonly base: Partial<Union> & Pick<Union, 'branches'>;
  readonly revision: Partial<Union> & Pick<Union, 'branches'>;
};

export type Branches = {
  readonly compared: readonly ComparedBranches[];
  /** Unions that only one spec has. */
  readonly alone: Pair<readonly Union[]>;
  /** All matching branches. */
  readonly pairs: readonly Pair<SchemaPart>[];
  /** Whether one spec has a single schema that is a branch in the other. */
  readonly isLone: boolean;
};

/** Matches the branches of both specs. A schema without branches may be one of the other spec's, if it has only those. */
export function matchBranches(parts: Pair<Parts>, at: SchemaContext): Branches {
  const [base, revision] = [unionsOf(parts.base), unionsOf(parts.revision)];
  const isOneSided = (base.length === 0) !== (revision.length === 0);
  const isMadeOfThem = (base.length === 0 ? parts.revision : parts.base).every(isPure);
  if (isOneSided && base.length + revision.length === 1 && isMadeOfThem) {
    const pair = { base: orItself(base, parts.base), revision: orItself(revision, parts.revision) };
    const matched = match(pair.base.branches, pair.revision.branches, at);
    const compared = [{ ...pair, ...matched }];
    const alone = { base: [], revision: [] };
    if (matched.pairs.length > 0) return { compared, alone, pairs: matched.pairs, isLone: true };
  }
  const { pairs, alone } = pairUnions({ base, revision });
  const compared = pairs.map((pair) => ({
    ...pair,
    ...match(pair.base.branches, pair.revision.branches, at),
  }));
  return { compared, alone, pairs: compared.flatMap((one) => one.pairs), isLone: false };
}

function orItself([union]: readonly Union[], parts: Parts): ComparedBranches['base'] {
  return union ?? { branches: parts.slice(0, 1) };
}

/** Pairs equal unions first, then the others in order if their numbers are equal. */
function pairUnions(unions: Pair<readonly Union[]>): {
  readonly pairs: readonly Pair<Union>[];
  readonly alone: Pair<readonly Union[]>;
} {
  const pairs: Pair<Union>[] = [];
  let { base, revision } = unions;
  for (const before of base) {
    const now = revision.find((union) => isSameUnion(union, before));
    if (now === undefined) continue;
    pairs.push({ base: before, revision: now });
    base = base.filter((union) => union !== before);
    revision = revision.filter((union) => union !== now);
  }
  if (base.length !== revision.length) return { pairs, alone: { base, revision } };
  const others = base.flatMap((before, index) => {
    const now = revision[index];
    return now === undefined ? [] : [{ base: before, revision: now }];
  });
  return { pairs: [...pairs, ...others], alone: { base: [], revision: [] } };
}

/** Whether two unions have the same branches, in any order. */
function isSameUnion(now: Union, before: Union): boolean {
  const includes = (branches: readonly SchemaPart[], branch: SchemaPart): boolean =>
    branches.some((other) => isAlike(other, branch));
  return (
    now.branches.length === before.branches.length &&
    now.branches.every((branch) => includes(before.branches, branch)) &&
    before.branches.every((branch) => includes(now.branches, branch))
  );
}

/** Pairs branches that are the same, then by component, by signature, and by types alone. */
function match(base: readonly SchemaPart[], revision: readonly SchemaPart[], at: SchemaContext): Matched {
  const pairs: Pair<SchemaPart>[] = [];
  let [lost, gained] = [base, revision];
  const nameOf = (part: SchemaPart, which: ChangePlace['written']): string =>
    componentName(at.specs[which], part) ?? signature(part);
  const alike: ((before: SchemaPart, now: SchemaPart) => boolean)[] = [
    isAlike,
    (before, now) => nameOf(before, 'base') === nameOf(now, 'revision'),
    (before, now) => signature(before) === signature(now),
    (before, now) => typeLabel(before) === typeLabel(now),
  ];
  for (const fits of alike) {
    for (const before of lost) {
      const now = gained.find((part) => fits(before, part));
      if (now === undefined) continue;
      pairs.push({ base: before, revision: now });
      lost = lost.filter((part) => part !== before);
      gained = gained.filter((part) => part !== now);
    }
  }
  return { pairs, lost, gained };
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
  return JSON.stringify([
    typeLabel(part),
    isObject(properties) && Object.keys(properties),
    required,
    values,
    value,
    format,
  ]);
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
