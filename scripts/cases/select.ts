import type { Case, DraftMaker } from './case.ts';

export type Tier = 'smoke' | 'full';

export type Selected = {
  /** In the order in which they are sent. */
  readonly cases: readonly Case[];
  /** The cases of the tier `smoke`. */
  readonly smoke: ReadonlySet<Case>;
  /** Cases that are skipped, because another operation's case covers the same clause. */
  readonly duplicates: readonly { readonly testCase: Case; readonly by: Case }[];
};

/** The most requests sent to a region, unless covering each clause once takes more. */
export const limits = { smoke: 15, full: 120 } as const;

/** The kinds by their value: for the tier smoke, and for a second case about a clause. */
const worth: readonly DraftMaker[] = [
  ...([
    'whole-list',
    'success',
    'credentials',
    'filter',
    'invalid',
    'unknown-id',
    'missing',
    'page',
    'sort',
  ] as const),
  ...(['detail', 'body', 'method', 'repeat', 'optional'] as const),
];

/** Selects a case for each clause, then as many more as the limit allows. */
export function select(candidates: readonly Case[]): Selected {
  const first = new Map<string, Case>();
  // Prefers operations without effects, because requests to the others may cost money or change data.
  const free = candidates.filter(({ operation }) => operation.effects === 'none');
  for (const testCase of [...free, ...candidates])
    if (!first.has(testCase.clause)) first.set(testCase.clause, testCase);
  const others = candidates.filter((testCase) => first.get(testCase.clause) !== testCase).toSorted(byWorth);
  const room = Math.max(0, limits.full - first.size);
  const skipped = new Set(others.slice(room));
  return {
    cases: candidates.filter((testCase) => !skipped.has(testCase)),
    smoke: smokeOf(candidates.filter((testCase) => !skipped.has(testCase))),
    duplicates: [...skipped].flatMap((testCase) => {
      const by = first.get(testCase.clause);
      return by === undefined ? [] : [{ testCase, by }];
    }),
  };
}

function byWorth(a: Case, b: Case): number {
  return worth.indexOf(a.kind) - worth.indexOf(b.kind);
}

/** The cases that others are compared with, then one case of each kind in turn. */
function smokeOf(candidates: readonly Case[]): ReadonlySet<Case> {
  const chosen = new Set(candidates.filter(({ remember }) => remember).slice(0, limits.smoke));
  const queues = worth.map((kind) =>
    candidates.filter((testCase) => testCase.kind === kind && !testCase.remember),
  );
  for (let turn = 0; chosen.size < limits.smoke && queues.some((queue) => turn < queue.length); turn += 1) {
    for (const queue of queues) {
      const testCase = queue[turn];
      if (testCase !== undefined && testCase.guard === undefined && chosen.size < limits.smoke)
        chosen.add(testCase);
    }
  }
  return chosen;
}
