import { v1 } from '../errors.ts';
import type { OperationRequest } from '../request.ts';
import type { SimulatedResponse } from '../response.ts';
import type { River } from '../world/river.ts';
import type { Run } from '../world/run.ts';
import type { SimulatorContext } from '../world/world.ts';

/** The river in the path, with its runs. */
type RiverRuns = { readonly world: SimulatorContext; readonly river: River; readonly runs: readonly Run[] };

/** An operation on the river in the path: 404 if it does not exist. */
export function forRiver(
  respond: (found: RiverRuns, request: OperationRequest) => SimulatedResponse,
): (world: SimulatorContext, request: OperationRequest) => SimulatedResponse {
  return (world, request) => {
    const id = request.path.river_id ?? '';
    const river = world.river(id);
    if (river === undefined) return v1.refused(404, `River ${id} was not found`);
    const runs = world.runs().filter((run) => run.river === river);
    return respond({ world, river, runs }, request);
  };
}

/** The ids of the request that lists of a river repeat. */
export function riverIds({ world, river }: RiverRuns): Readonly<Record<string, string>> {
  return {
    account_id: world.accountId,
    environment_id: world.environmentId,
    river_cross_id: river.crossId,
  };
}
