import { refuseCaller, refuseForeignIds } from './auth.ts';
import type { OperationRequest } from './request.ts';
import type { SimulatedResponse } from './response.ts';
import type { Route } from './routes.ts';
import type { SimulatorContext } from './world/world.ts';

/** The correct response to a request of valid form. Checks the caller first, then the ids in the path. */
export function respond(world: SimulatorContext, route: Route, request: OperationRequest): SimulatedResponse {
  return (
    refuseCaller(world, route, request) ??
    refuseForeignIds(world, route, request) ??
    route.operation.respond(world, request)
  );
}
