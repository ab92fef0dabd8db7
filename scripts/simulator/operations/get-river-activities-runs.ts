import { v1 } from '../errors.ts';
import { keepRuns, window } from '../filters.ts';
import { type Sorting, toPage } from '../paging.ts';
import { ok } from '../response.ts';
import { formatUtc } from '../time.ts';
import type { Run } from '../world/run.ts';
import { forRiver, riverIds } from './for-river.ts';

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

/** One run of the river; 404 if the river has no such run. */
export const getRiverActivitiesRun = forRiver(({ runs }, { path }) => {
  const id = path.run_id ?? '';
  const run = runs.find((candidate) => candidate.id === id);
  return run === undefined ? v1.refused(404, `Run ${id} was not found`) : ok(toRunItem(run));
});

/** A run as the v1 API returns it, in lists and as a single run. */
function toRunItem(run: Run): Readonly<Record<string, unknown>> {
  const { river, table, moved } = run;
  return {
    run_id: run.id,
    run_group_id: run.groupId,
    river_cross_id: river.crossId,
    sub_river_id: table.subRiver?.id ?? null,
    is_sub_river_run: table.subRiver !== null,
    datasource_id: river.datasource,
    source_name: table.source,
    target_name: table.target,
    status: run.status,
    error_description: run.error,
    units: moved.units,
    rpu: moved.units,
    start_date_utc: formatUtc(run.startedAt),
    start_date_in_milliseconds: run.startedAt,
    end_date_utc: run.endedAt === null ? null : formatUtc(run.endedAt),
    end_date_in_milliseconds: run.endedAt,
    pricing_category: river.pricing,
    total_rows: moved.rows,
  };
}
