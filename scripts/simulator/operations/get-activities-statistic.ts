import { keepRuns, window } from '../filters.ts';
import type { OperationRequest } from '../request.ts';
import { ok, type SimulatedResponse } from '../response.ts';
import type { SimulatorContext } from '../world/world.ts';
import { toStatistic } from './statistic.ts';

const filters = [...window, 'status', 'group_id', 'is_scheduled', 'search', 'river_type'] as const;

/** Units and counts of the environment's runs. */
export function getActivitiesStatistic(
  world: SimulatorContext,
  { query }: OperationRequest,
): SimulatedResponse {
  return ok(toStatistic(world, keepRuns(world.runs(), query, filters)));
}
