import { type Answer, ok } from '../answer.ts';
import { keepRuns, window } from '../filters.ts';
import type { OperationRequest } from '../request.ts';
import type { Context } from '../world/world.ts';
import { toStatistic } from './statistic.ts';

const filters = [...window, 'status', 'group_id', 'is_scheduled', 'search', 'river_type'] as const;

/** Units and counts of the environment's runs. */
export function getActivitiesStatistic(world: Context, { query }: OperationRequest): Answer {
  return ok(toStatistic(world, keepRuns(world.runs(), query, filters)));
}
