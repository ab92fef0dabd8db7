import type { Answer } from './answer.ts';
import { refuseCaller, refusePlace } from './auth.ts';
import type { OperationRequest } from './request.ts';
import type { Route } from './routes.ts';
import type { Context } from './world/world.ts';

/** The right answer to a request of valid form: who asks, where, and only then what. */
export function judge(world: Context, route: Route, request: OperationRequest): Answer {
  return (
    refuseCaller(world, route, request) ??
    refusePlace(world, route, request) ??
    route.operation.answer(world, request)
  );
}
