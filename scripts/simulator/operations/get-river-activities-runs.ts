import { keepRuns, window } from '../filters.ts';
import { type Sorting, toPage } from '../paging.ts';
import { ok } from '../response.ts';
import type { Run } from '../world/run.ts';
import { forRiver, riverIds } from './for-river.ts';
import { toRunItem } from './get-river-activities-run.ts';

const filters = [...window, 'target_name', 'scheduler_id', 'run_group_id', 'sub_river_id'] as const;

const order: Sorting<Run> = {
  keys: {
    units: ({ moved }) => moved.units,
    table_name: ({ table }) => table.target ?? '',
    start_time: ({ startedAt }) => startedAt,
  },
  by: 'start_time',
  identity: ({ id }) => id,
};

/** The runs of the river; newest first by default. */
export const getRiverActivitiesRuns = forRiver((found, request) => {
  const kept = keepRuns(found.runs, request.query, filters);
  const page = toPage(kept, order, request);
  return ok({
    ...page,
    items: page.items.map(toRunItem),
    ...riverIds(found),
    master_river_id: found.river.riverId,
  });
});
