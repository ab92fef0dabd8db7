import type { SimulatedResponse } from './answer.ts';
import { refuseCaller, refusePlace } from './auth.ts';
import type { OperationRequest } from './request.ts';
import type { Route } from './routes.ts';
import type { SimulatorContext } from './world/world.ts';

/** The right answer to a request of valid form: who asks, where, and only then what. */
export function judge(world: SimulatorContext, route: Route, request: OperationRequest): SimulatedResponse {
  return (
    refuseCaller(world, route, request) ??
    refusePlace(world, route, request) ??
    route.operation.answer(world, request)
  );
}
