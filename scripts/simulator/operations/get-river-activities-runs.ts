import { ok } from '../answer.ts';
import { keepRuns, window } from '../filters.ts';
import { toPage } from '../paging.ts';
import { type Sorting, sortRows } from '../sorting.ts';
import type { Run } from '../world/run.ts';
import { forRiver, placeOfRiver } from './for-river.ts';
import { toRunItem } from './run-item.ts';

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

/** The river's runs, newest first unless asked otherwise. */
export const getRiverActivitiesRuns = forRiver((found, request) => {
  const kept = keepRuns(found.runs, request.query, filters);
  const page = toPage(sortRows(kept, request.query, order), request);
  return ok({
    ...page,
    items: page.items.map(toRunItem),
    ...placeOfRiver(found),
    master_river_id: found.river.riverId,
  });
});
