import type { River, Table } from './river.ts';

export type RunStatus = 'pending' | 'running' | 'succeeded' | 'failed' | 'canceled' | 'skipped';

/** A run from its start to its end, past or planned. Times in milliseconds since the epoch. */
export type PlannedRun = RunIdentity & {
  readonly beginsAt: number;
  readonly endsAt: number;
  readonly outcome: Exclude<RunStatus, 'pending' | 'running'>;
  readonly error: string | null;
  readonly moved: Moved;
};

/** A run at one moment. */
export type Run = RunIdentity & {
  readonly status: RunStatus;
  readonly endedAt: number | null;
  readonly error: string | null;
  readonly moved: Moved;
};

/** Units are multiples of 0.25, so that their sums are exact. */
type Moved = {
  readonly units: number;
  readonly rows: number;
  readonly files: number;
  readonly bytes: number;
};

type RunIdentity = {
  readonly id: string;
  readonly groupId: string;
  readonly river: River;
  readonly table: Table;
  readonly startedAt: number;
};

export const nothingMoved: Moved = { units: 0, rows: 0, files: 0, bytes: 0 };

/** The run at `now`. Before its end it has consumed nothing. */
export function runAt(planned: PlannedRun, now: number): Run {
  const { id, groupId, river, table, startedAt, endsAt, outcome, error, moved } = planned;
  const identity = { id, groupId, river, table, startedAt };
  if (now >= endsAt) return { ...identity, status: outcome, endedAt: endsAt, error, moved };
  const status = now < planned.beginsAt ? 'pending' : 'running';
  return { ...identity, status, endedAt: null, error: null, moved: nothingMoved };
}

/** The duration of the run in milliseconds; null if it has not ended. */
export function durationOf(run: Run): number | null {
  return run.endedAt === null ? null : run.endedAt - run.startedAt;
}
