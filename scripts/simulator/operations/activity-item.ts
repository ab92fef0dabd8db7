import { formatUtc } from '../time.ts';
import type { River } from '../world/river.ts';
import type { Run } from '../world/run.ts';
import type { SimulatorContext } from '../world/world.ts';
import { type RunGroup, toRunGroups } from './run-group.ts';
import { countByStatus, lastStart, sumOf, unitsOf } from './totals.ts';

/** A river with its runs in the window, at least one. */
export type Activity = { readonly river: River; readonly runs: readonly Run[] };

/** The number of run groups in `last_runs`. */
const lastRuns = 5;

/** The item of a river. It has no count of skipped runs, and sub rivers have no items. */
export function toActivityItem(
  world: SimulatorContext,
  { river, runs }: Activity,
  withLastRuns: boolean,
): Readonly<Record<string, unknown>> {
  const { skipped: _, ...counts } = countByStatus(runs);
  const units = unitsOf(runs);
  return {
    account: world.accountId,
    env_id: world.environmentId,
    cross_id: river.crossId,
    river_id: river.riverId,
    master_river_id: river.riverId,
    river_name: river.name,
    group_id: river.groupId,
    datasource_id: river.datasource,
    is_sub_river: false,
    is_master_river: true,
    is_multi: river.tables.length > 1,
    is_scheduled: river.scheduled,
    total_files: sumOf(runs, (run) => run.moved.files),
    total_size: sumOf(runs, (run) => run.moved.bytes),
    dry_runs: 0,
    ...counts,
    units,
    rpu: units,
    last_run: lastStart(runs),
    last_runs: withLastRuns ? newest(toRunGroups(runs)).map(toLastRun) : [],
  };
}

function newest(groups: readonly RunGroup[]): readonly RunGroup[] {
  return groups.toSorted((a, b) => b.startedAt - a.startedAt).slice(0, lastRuns);
}

function toLastRun({ id, status, units, startedAt, longest }: RunGroup): Readonly<Record<string, unknown>> {
  return {
    run_group_id: id,
    status,
    max_run_duration_milliseconds: longest,
    units,
    rpu: units,
    run_date: formatUtc(startedAt),
  };
}
