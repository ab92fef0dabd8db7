import type { SimulatedResponse } from '../answer.ts';
import { v1 } from '../errors.ts';
import type { OperationRequest } from '../request.ts';
import type { River } from '../world/river.ts';
import type { Run } from '../world/run.ts';
import type { SimulatorContext } from '../world/world.ts';

/** A river of the path with its runs. */
type RiverRuns = { readonly world: SimulatorContext; readonly river: River; readonly runs: readonly Run[] };

/** An operation on the river of the path: 404 where there is no such river. */
export function forRiver(
  answer: (found: RiverRuns, request: OperationRequest) => SimulatedResponse,
): (world: SimulatorContext, request: OperationRequest) => SimulatedResponse {
  return (world, request) => {
    const id = request.path.river_id ?? '';
    const river = world.river(id);
    if (river === undefined) return v1.refused(404, `River ${id} was not found`);
    const runs = world.runs().filter((run) => run.river === river);
    return answer({ world, river, runs }, request);
  };
}

/** The ids that lists of a river repeat. */
export function placeOfRiver({ world, river }: RiverRuns): Readonly<Record<string, string>> {
  return {
    account_id: world.accountId,
    environment_id: world.environmentId,
    river_cross_id: river.crossId,
  };
}
