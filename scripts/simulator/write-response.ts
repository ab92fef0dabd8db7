import type { Request, Response } from 'express';
import { refuseCaller, refuseForeignIds } from './auth.ts';
import type { LocalRegion } from './region.ts';
import { type OperationRequest, tokenIn } from './request.ts';
import { bodyText, json, type SimulatedResponse } from './response.ts';
import type { Route } from './routes.ts';
import type { SimulatorContext } from './world/world.ts';

/**
 * Writes the response with the changes of the region's faults. A response that no fault changed must match the spec;
 * otherwise the simulator has a bug and returns 500.
 */
export function respondWithFaults(
  region: LocalRegion,
  route: Route | undefined,
  res: Response,
  response: SimulatedResponse,
): void {
  const shown = showFaults(region, route, res.req, response);
  if (shown !== response) region.noteChange();
  const mistakes = route === undefined || shown !== response ? [] : region.validateResponse(route, response);
  write(res, mistakes.length === 0 ? shown : simulatorError(region, mistakes));
}

/** The correct response to a request of valid form. Checks the caller first, then the ids in the path. */
export function respond(world: SimulatorContext, route: Route, request: OperationRequest): SimulatedResponse {
  return (
    refuseCaller(world, route, request) ??
    refuseForeignIds(world, route, request) ??
    route.operation.respond(world, request)
  );
}

/** Reports bugs of the simulator. Returns the response 500 that lists them. */
export function simulatorError(region: LocalRegion, mistakes: readonly string[]): SimulatedResponse {
  for (const mistake of mistakes) region.report(mistake);
  return json(500, { error: 'The simulator is wrong', mistakes });
}

/** Writes a response, after its delay. */
export function write(res: Response, { delay, ...response }: SimulatedResponse): void {
  if (delay !== undefined) {
    setTimeout(() => write(res, response), delay).unref();
    return;
  }
  if (response.reset) {
    res.socket?.resetAndDestroy();
    return;
  }
  res.statusCode = response.status;
  for (const [name, value] of Object.entries(response.headers)) res.setHeader(name, value);
  res.end(response.bytes ?? bodyText(response));
}

/** Converts a request of Express. */
export function toOperationRequest(req: Request): OperationRequest {
  const body: unknown = req.body;
  return {
    url: `http://127.0.0.1:${req.socket.localPort}${req.url}`,
    token: tokenIn(req.headers.authorization),
    path: Object.fromEntries(Object.entries(req.params).map(([name, value]) => [name, String(value)])),
    query: req.query,
    body,
  };
}

function showFaults(
  region: LocalRegion,
  route: Route | undefined,
  req: Request,
  response: SimulatedResponse,
): SimulatedResponse {
  const exchange = {
    region: region.world.region,
    operationId: route?.operationId,
    method: req.method,
    authorization: req.headers.authorization,
    turn: region.count(route?.operationId, response.status),
    request: toOperationRequest(req),
    respond: (request: OperationRequest) =>
      route === undefined ? response : respond(region.world, route, request),
  };
  return region.faults.reduce((shown, fault) => fault.apply(shown, exchange), response);
}
