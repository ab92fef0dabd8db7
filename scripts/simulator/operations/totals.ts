import { durationOf, type Run, type RunStatus } from '../world/run.ts';

/** Units of all the runs together; exact, as they are multiples of a quarter. */
export function unitsOf(runs: readonly Run[]): number {
  return sumOf(runs, (run) => run.moved.units);
}

/** The sum of a number over the runs. */
export function sumOf(runs: readonly Run[], number: (run: Run) => number): number {
  return runs.reduce((sum, run) => sum + number(run), 0);
}

/** How many runs there are of each status. */
export function countByStatus(runs: readonly Run[]): Readonly<Record<RunStatus, number>> {
  const count = (status: RunStatus): number => runs.filter((run) => run.status === status).length;
  return {
    running: count('running'),
    pending: count('pending'),
    succeeded: count('succeeded'),
    failed: count('failed'),
    canceled: count('canceled'),
    skipped: count('skipped'),
  };
}

/** When the newest of the runs started, in milliseconds since the epoch; 0 where there is none. */
export function lastStart(runs: readonly Run[]): number {
  return Math.max(0, ...runs.map((run) => run.startedAt));
}

/** Milliseconds that the longest of the runs took; null while one of them has no end. */
export function longestDuration(runs: readonly Run[]): number | null {
  const durations = runs.map(durationOf).filter((duration) => duration !== null);
  return durations.length === runs.length ? Math.max(0, ...durations) : null;
}

/** The runs in groups of equal key, in order of appearance. */
export function groupRuns<Key>(
  runs: readonly Run[],
  key: (run: Run) => Key,
): ReadonlyMap<Key, readonly Run[]> {
  const groups = new Map<Key, Run[]>();
  for (const run of runs) {
    const group = groups.get(key(run)) ?? [];
    group.push(run);
    groups.set(key(run), group);
  }
  return groups;
}
