import { durationOf, type Run, type RunStatus } from '../world/run.ts';

/** The units of all runs; exact, because they are multiples of 0.25. */
export function unitsOf(runs: readonly Run[]): number {
  return sumOf(runs, (run) => run.moved.units);
}

/** The sum of a number over the runs. */
export function sumOf(runs: readonly Run[], number: (run: Run) => number): number {
  return runs.reduce((sum, run) => sum + number(run), 0);
}

/** The number of runs in each status. */
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

/** When the newest run started, in milliseconds since the epoch; 0 without runs. */
export function lastStart(runs: readonly Run[]): number {
  return Math.max(0, ...runs.map((run) => run.startedAt));
}

/** The duration of the longest run in milliseconds; null if one has not ended. */
export function longestDuration(runs: readonly Run[]): number | null {
  const durations = runs.map(durationOf).filter((duration) => duration !== null);
  return durations.length === runs.length ? Math.max(0, ...durations) : null;
}

/** Groups runs by a key, in order of appearance. */
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
