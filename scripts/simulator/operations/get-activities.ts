import { keepRuns, window } from '../filters.ts';
import { type Sorting, toPage } from '../paging.ts';
import { isSet, type OperationRequest } from '../request.ts';
import { ok, type SimulatedResponse } from '../response.ts';
import { formatUtc } from '../time.ts';
import type { River } from '../world/river.ts';
import type { Run } from '../world/run.ts';
import type { SimulatorContext } from '../world/world.ts';
import { type RunGroup, toRunGroups } from './run-group.ts';
import { countByStatus, groupRuns, lastStart, longestDuration, sumOf, unitsOf } from './totals.ts';

const filters = [...window, 'status', 'group_id', 'is_scheduled', 'search', 'river_type'] as const;

/** A river with its runs in the window, at least one. */
type Activity = { readonly river: River; readonly runs: readonly Run[] };

/** The number of run groups in `last_runs`. */
const lastRuns = 5;

const order: Sorting<Activity> = {
  keys: {
    'RPUs(Units)': ({ runs }) => unitsOf(runs),
    units: ({ runs }) => unitsOf(runs),
    last_run: ({ runs }) => lastStart(runs),
    max_duration: ({ runs }) => longestDuration(runs) ?? Number.MAX_SAFE_INTEGER,
    river_name: ({ river }) => river.name,
  },
  by: 'last_run',
  identity: ({ river }) => river.crossId,
};

/** One item for each river with runs that match the filters. */
export function getActivities(world: SimulatorContext, request: OperationRequest): SimulatedResponse {
  const { query } = request;
  const byRiver = groupRuns(keepRuns(world.runs(), query, filters), (run) => run.river);
  const activities = [...byRiver].map(([river, runs]) => ({ river, runs }));
  const page = toPage(activities, order, request);
  return ok({
    ...page,
    items: page.items.map((activity) => toActivityItem(world, activity, isSet(query, 'return_last_runs'))),
    account_id: world.accountId,
    environment_id: world.environmentId,
    cache_context_id: null,
  });
}

/** The item of a river. It has no count of skipped runs, and sub rivers have no items. */
function toActivityItem(
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
