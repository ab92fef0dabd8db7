import type { Run } from '../world/run.ts';
import type { SimulatorContext } from '../world/world.ts';
import { countByStatus, unitsOf } from './totals.ts';

/** The statistics of runs: their units and the number of runs in each status. */
export function toStatistic(
  world: SimulatorContext,
  runs: readonly Run[],
): Readonly<Record<string, string | number>> {
  const units = unitsOf(runs);
  return {
    account: world.accountId,
    env_id: world.environmentId,
    total_units: units,
    total_rpu: units,
    ...countByStatus(runs),
  };
}
