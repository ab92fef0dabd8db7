import type { Query } from './request.ts';
import { parseUtc } from './time.ts';
import type { Run } from './world/run.ts';

/** Whether a run matches the value of a parameter. */
type Filter = (run: Run, value: string) => boolean;

/**
 * What each filter matches. A run is in the window if it started in it. The window includes its start but not its
 * end, so that adjacent windows neither overlap nor leave a gap.
 */
const filters = {
  start_time: (run, value) => run.startedAt >= (parseUtc(value) ?? 0),
  end_time: (run, value) => run.startedAt < (parseUtc(value) ?? 0),
  status: (run, value) => run.status === toStatus(value),
  group_id: ({ river }, value) => river.groupId === value,
  is_scheduled: ({ river }, value) => String(river.scheduled) === value,
  search: ({ river }, value) => river.name.toLowerCase().includes(value.toLowerCase()),
  river_type: ({ river }, value) => river.type === value,
  target_name: ({ table }, value) => table.target === value,
  sub_river_id: ({ table }, value) => table.subRiver?.id === value.toLowerCase(),
  scheduler_id: (run, value) => run.groupId === value,
  run_group_id: (run, value) => run.groupId === value,
} satisfies Record<string, Filter>;

type FilterName = keyof typeof filters;

/** The time window, which every list and statistic requires. */
export const window = ['start_time', 'end_time'] as const satisfies readonly FilterName[];

/** The runs that match all of the named parameters that are in the query. */
export function keepRuns(runs: readonly Run[], query: Query, names: readonly FilterName[]): readonly Run[] {
  const active = names.filter((name) => query[name] !== undefined);
  return runs.filter((run) => active.every((name) => filters[name](run, String(query[name]))));
}

/** The word for a status in responses. The documented word for the filter is `succeed`. */
export function toStatus(word: string): string {
  return word.replace(/succeed$/, 'succeeded');
}
