import type { Case, DraftMaker } from './case.ts';

export type Tier = 'smoke' | 'full';

export type Selected = {
  /** In the order in which they are sent. */
  readonly cases: readonly Case[];
  /** Of them, those that make up the tier `smoke`. */
  readonly smoke: ReadonlySet<Case>;
  /** Cases that are not sent, for another operation's case is about the same clause. */
  readonly spared: readonly { readonly testCase: Case; readonly by: Case }[];
};

/** Requests that a region is sent at most, where every clause is asked for once. */
export const limits = { smoke: 15, full: 120 } as const;

/** What is worth most when one more request may be sent: for the tier smoke, and for a second case about a clause. */
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

/** A covering selection: each clause once, then as many more as the limit allows. Requests are the cost. */
export function select(candidates: readonly Case[]): Selected {
  const first = new Map<string, Case>();
  // What has a price is not sent everywhere: what can be asked of another operation is.
  const free = candidates.filter(({ operation }) => operation.effects === 'none');
  for (const testCase of [...free, ...candidates])
    if (!first.has(testCase.clause)) first.set(testCase.clause, testCase);
  const again = candidates.filter((testCase) => first.get(testCase.clause) !== testCase).toSorted(byWorth);
  const room = Math.max(0, limits.full - first.size);
  const sparedCases = new Set(again.slice(room));
  return {
    cases: candidates.filter((testCase) => !sparedCases.has(testCase)),
    smoke: smokeOf(candidates.filter((testCase) => !sparedCases.has(testCase))),
    spared: [...sparedCases].flatMap((testCase) => {
      const by = first.get(testCase.clause);
      return by === undefined ? [] : [{ testCase, by }];
    }),
  };
}

function byWorth(a: Case, b: Case): number {
  return worth.indexOf(a.kind) - worth.indexOf(b.kind);
}

/** What everything else stands on, then one case of each kind in turn. */
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
