import { keepRuns, window } from '../filters.ts';
import type { OperationRequest } from '../request.ts';
import { ok, type SimulatedResponse } from '../response.ts';
import type { Run } from '../world/run.ts';
import type { SimulatorContext } from '../world/world.ts';
import { forRiver } from './for-river.ts';
import { countByStatus, unitsOf } from './totals.ts';

const filters = [...window, 'status'] as const;
const environmentFilters = [...filters, 'group_id', 'is_scheduled', 'search', 'river_type'] as const;

/** Units and counts of the environment's runs. */
export function getActivitiesStatistic(
  world: SimulatorContext,
  { query }: OperationRequest,
): SimulatedResponse {
  return toStatistic(world, keepRuns(world.runs(), query, environmentFilters));
}

/** Units and counts of the river's runs. */
export const getRiverActivitiesStatistic = forRiver(({ world, runs }, { query }) =>
  toStatistic(world, keepRuns(runs, query, filters)),
);

/** The statistics of runs: their units and the number of runs in each status. */
function toStatistic(world: SimulatorContext, runs: readonly Run[]): SimulatedResponse {
  const units = unitsOf(runs);
  return ok({
    account: world.accountId,
    env_id: world.environmentId,
    total_units: units,
    total_rpu: units,
    ...countByStatus(runs),
  });
}
