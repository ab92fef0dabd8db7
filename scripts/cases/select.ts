import type { Case, Kind } from './case.ts';

export type Tier = 'smoke' | 'full';

export type Selected = {
  /** In the order in which they are sent. */
  readonly cases: readonly Case[];
  /** Of them, those that make up the tier `smoke`. */
  readonly smoke: ReadonlySet<Case>;
  /** Cases that are not sent, for another operation's case is about the same clause. */
  readonly spared: readonly { readonly made: Case; readonly by: Case }[];
};

/** Requests that a region is sent at most, where every clause is asked for once. */
export const limits = { smoke: 15, full: 120 } as const;

/** What is worth most when one more request may be sent: for the tier smoke, and for a second case about a clause. */
const worth: readonly Kind[] = [
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
  for (const made of [...free, ...candidates]) if (!first.has(made.clause)) first.set(made.clause, made);
  const again = candidates.filter((made) => first.get(made.clause) !== made).toSorted(byWorth);
  const room = Math.max(0, limits.full - first.size);
  const sparedCases = new Set(again.slice(room));
  return {
    cases: candidates.filter((made) => !sparedCases.has(made)),
    smoke: smokeOf(candidates.filter((made) => !sparedCases.has(made))),
    spared: [...sparedCases].flatMap((made) => {
      const by = first.get(made.clause);
      return by === undefined ? [] : [{ made, by }];
    }),
  };
}

function byWorth(a: Case, b: Case): number {
  return worth.indexOf(a.kind) - worth.indexOf(b.kind);
}

/** What everything else stands on, then one case of each kind in turn. */
function smokeOf(candidates: readonly Case[]): ReadonlySet<Case> {
  const chosen = new Set(candidates.filter(({ remember }) => remember).slice(0, limits.smoke));
  const queues = worth.map((kind) => candidates.filter((made) => made.kind === kind && !made.remember));
  for (let turn = 0; chosen.size < limits.smoke && queues.some((queue) => turn < queue.length); turn += 1) {
    for (const queue of queues) {
      const made = queue[turn];
      if (made !== undefined && made.guard === undefined && chosen.size < limits.smoke) chosen.add(made);
    }
  }
  return chosen;
}
