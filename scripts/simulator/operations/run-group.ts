import type { Run, RunStatus } from '../world/run.ts';
import { groupRuns, longestDuration, unitsOf } from './totals.ts';

/** The runs of one start of a river. Times and durations in milliseconds. */
export type RunGroup = {
  readonly id: string;
  readonly status: RunStatus | 'partially succeeded';
  readonly units: number;
  readonly startedAt: number;
  readonly longest: number | null;
};

/** Groups runs by their start. A group contains only those of its runs that are given. */
export function toRunGroups(runs: readonly Run[]): readonly RunGroup[] {
  return [...groupRuns(runs, (run) => run.groupId)].map(([id, members]) => ({
    id,
    status: statusOf(members),
    units: unitsOf(members),
    startedAt: Math.min(...members.map((run) => run.startedAt)),
    longest: longestDuration(members),
  }));
}

/** A group is running while one of its runs is; then it has the common status, or a summary of several. */
function statusOf(members: readonly Run[]): RunGroup['status'] {
  const present = new Set(members.map((run) => run.status));
  const [only] = present;
  if (present.size === 1 && only !== undefined) return only;
  if (present.has('running') || present.has('pending')) return 'running';
  if (present.has('succeeded')) return 'partially succeeded';
  return present.has('failed') ? 'failed' : 'canceled';
}
