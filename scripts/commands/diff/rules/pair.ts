/** The same part of both specs. */
export type Pair<T> = { readonly base: T; readonly revision: T };

/** Applies a function to the part of each spec: `both(specs, operationsOf)`. */
export function both<T, U>({ base, revision }: Pair<T>, of: (one: T) => U): Pair<U> {
  return { base: of(base), revision: of(revision) };
}

/** What only the first list has, and what only the second has. */
export function lostAndGained<T>(
  before: readonly T[],
  now: readonly T[],
  includes = (all: readonly T[], one: T): boolean => all.includes(one),
): { readonly lost: T[]; readonly gained: T[] } {
  return {
    lost: before.filter((one) => !includes(now, one)),
    gained: now.filter((one) => !includes(before, one)),
  };
}

/** Pairs, and what is left of both lists. */
export type Matched<T> = {
  readonly pairs: readonly Pair<T>[];
  readonly gone: readonly T[];
  readonly added: readonly T[];
};

/** Pairs what fits by the first condition, and then, of what is left, what fits by the next one. */
export function match<T>(
  before: readonly T[],
  now: readonly T[],
  conditions: readonly ((base: T, revision: T) => boolean)[],
): Matched<T> {
  const pairs: Pair<T>[] = [];
  const [gone, added] = [new Set(before), new Set(now)];
  for (const fits of conditions) {
    for (const base of gone) {
      const revision = [...added].find((one) => fits(base, one));
      if (revision === undefined) continue;
      pairs.push({ base, revision });
      gone.delete(base);
      added.delete(revision);
    }
  }
  return { pairs, gone: [...gone], added: [...added] };
}

/** Compares by key: first what is gone, then everything in the new spec, in its order. */
export function compareByKey<T, Change>(
  { base, revision }: Pair<ReadonlyMap<string, T>>,
  rules: {
    readonly gone: (one: T, key: string) => Change | readonly Change[];
    readonly added: (one: T, key: string) => Change | readonly Change[];
    readonly changed: (pair: Pair<T>, key: string) => readonly Change[];
  },
): Change[] {
  const gone = [...base].filter(([key]) => !revision.has(key));
  return [
    ...gone.flatMap(([key, one]) => rules.gone(one, key)),
    ...[...revision].flatMap(([key, now]) => {
      const before = base.get(key);
      return before === undefined
        ? rules.added(now, key)
        : rules.changed({ base: before, revision: now }, key);
    }),
  ];
}
