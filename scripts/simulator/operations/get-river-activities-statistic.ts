import { keepRuns, window } from '../filters.ts';
import { ok } from '../response.ts';
import { forRiver } from './for-river.ts';
import { toStatistic } from './statistic.ts';

const filters = [...window, 'status'] as const;

/** Units and counts of the river's runs. */
export const getRiverActivitiesStatistic = forRiver(({ world, runs }, { query }) =>
  ok(toStatistic(world, keepRuns(runs, query, filters))),
);
