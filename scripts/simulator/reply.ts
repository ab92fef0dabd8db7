import type { Request, Response } from 'express';
import { json, type SimulatedResponse, textOf } from './answer.ts';
import { judge } from './judge.ts';
import type { LocalRegion } from './region.ts';
import { type OperationRequest, tokenIn } from './request.ts';
import type { Route } from './routes.ts';

/**
 * Writes the answer, or what the region's faults make of it. The right answer to an operation must keep to the
 * document; if it does not, the simulator is wrong and says so with a 500.
 */
export function reply(
  region: LocalRegion,
  route: Route | undefined,
  req: Request,
  res: Response,
  answer: SimulatedResponse,
): void {
  const shown = showFaults(region, route, req, answer);
  if (shown !== answer) region.noteChange();
  const mistakes = route === undefined || shown !== answer ? [] : region.validateAnswer(route, answer);
  write(res, mistakes.length === 0 ? shown : admit(region, mistakes));
}

/** The answer to a request that the simulator could not deal with. */
export function admit(region: LocalRegion, mistakes: readonly string[]): SimulatedResponse {
  for (const mistake of mistakes) region.report(mistake);
  return json(500, { error: 'The simulator is wrong', mistakes });
}

/** Writes an answer as it is. */
export function write(res: Response, { delay, ...answer }: SimulatedResponse): void {
  if (delay !== undefined) {
    setTimeout(() => write(res, answer), delay).unref();
    return;
  }
  if (answer.reset) {
    res.socket?.resetAndDestroy();
    return;
  }
  res.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers)) res.setHeader(name, value);
  res.end(answer.bytes ?? textOf(answer));
}

/** The request as operations see it. */
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
  answer: SimulatedResponse,
): SimulatedResponse {
  const exchange = {
    region: region.world.region,
    operationId: route?.operationId,
    method: req.method,
    authorization: req.headers.authorization,
    turn: region.count(route?.operationId, answer.status),
    request: toOperationRequest(req),
    ask: (request: OperationRequest) => (route === undefined ? answer : judge(region.world, route, request)),
  };
  return region.faults.reduce((shown, fault) => fault.apply(shown, exchange), answer);
}
