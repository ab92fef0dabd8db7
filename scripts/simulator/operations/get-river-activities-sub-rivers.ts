import { keepRuns, window } from '../filters.ts';
import { ok } from '../response.ts';
import { forRiver, riverIds } from './for-river.ts';

const filters = [...window, 'target_name', 'scheduler_id', 'run_group_id'] as const;

/** The sub rivers that ran, as one list without pages. */
export const getRiverActivitiesSubRivers = forRiver((found, { query }) => {
  const ran = keepRuns(found.runs, query, filters).flatMap(({ table }) => table.subRiver ?? []);
  const names = new Map(ran.map(({ id, name }) => [id, name]));
  const items = [...names].map(([id, name]) => ({ sub_river_id: id, sub_river_name: name }));
  return ok({ items, ...riverIds(found) });
});
