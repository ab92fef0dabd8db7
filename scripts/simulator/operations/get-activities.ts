import { keepRuns, window } from '../filters.ts';
import { toPage } from '../paging.ts';
import { isSet, type OperationRequest } from '../request.ts';
import { ok, type SimulatedResponse } from '../response.ts';
import { type Sorting, sortRows } from '../sorting.ts';
import type { SimulatorContext } from '../world/world.ts';
import { type Activity, toActivityItem } from './activity-item.ts';
import { groupRuns, lastStart, longestDuration, unitsOf } from './totals.ts';

const filters = [...window, 'status', 'group_id', 'is_scheduled', 'search', 'river_type'] as const;

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
  const page = toPage(sortRows(activities, query, order), request);
  return ok({
    ...page,
    items: page.items.map((activity) => toActivityItem(world, activity, isSet(query, 'return_last_runs'))),
    account_id: world.accountId,
    environment_id: world.environmentId,
    cache_context_id: null,
  });
}
