import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import { refuseCaller } from './auth.ts';
import { v1 } from './errors.ts';
import { impossibleTimes, toIssues } from './issues.ts';
import type { LocalRegion } from './region.ts';
import type { SimulatedResponse } from './response.ts';
import { type Route, toExpressPath } from './routes.ts';
import { respond, respondWithFaults, simulatorError, toOperationRequest, write } from './write-response.ts';

/**
 * The server of a region. It checks in this order: unknown path 404, wrong method 405, token 401, scope 403, request
 * limit 429, form of the request 422, foreign account or environment 403, unknown river or run 404, start limit 429.
 */
export function createApp(region: LocalRegion): Express {
  const app = express();
  app
    .disable('x-powered-by')
    .enable('strict routing')
    .enable('case sensitive routing')
    .set('query parser', 'simple');
  app.use(normalize(region.aliases));
  for (const route of region.routes) {
    app.all(toExpressPath(route.template), ...handlersOf(region, route), refuseForm(region, route));
  }
  for (const route of region.routes) app.all(toExpressPath(route.template), refuseMethod(region, route));
  app.use((_req, res) => respondWithFaults(region, undefined, res, v1.refused(404, 'Not Found')));
  app.use(handleOtherError(region));
  return app;
}

function handlersOf(region: LocalRegion, route: Route): readonly RequestHandler[] {
  return [
    (req, _res, next) => next(req.method === route.method ? undefined : 'route'),
    refuse(region, route, (req) => refuseCaller(region.world, route, toOperationRequest(req))),
    refuse(region, route, (req) => refuseExcess(region, route, toOperationRequest(req).token)),
    express.json({ strict: false }),
    ...region.requestValidators,
    refuse(region, route, (req) => {
      const issues = impossibleTimes(req.query);
      return issues.length === 0 ? undefined : route.operation.dialect.invalid(issues);
    }),
    (req, res) =>
      respondWithFaults(region, route, res, respond(region.world, route, toOperationRequest(req))),
  ];
}

/** Sends the refusal; without one, the next handler gets the request. */
function refuse(
  region: LocalRegion,
  route: Route,
  check: (req: Request) => SimulatedResponse | undefined,
): RequestHandler {
  return (req, res, next) => {
    const refusal = check(req);
    if (refusal === undefined) next();
    else respondWithFaults(region, route, res, refusal);
  };
}

function refuseExcess(
  { requestLimit }: LocalRegion,
  route: Route,
  token: string,
): SimulatedResponse | undefined {
  if (requestLimit === undefined) return undefined;
  const wait = requestLimit.limiter.wait(token);
  if (wait > 0) return route.operation.dialect.limited(requestLimit.sentence, wait);
  requestLimit.limiter.record(token);
  return undefined;
}

/** 422 for errors of the validators and the JSON parser; other errors go to the next handler. */
function refuseForm(region: LocalRegion, route: Route): ErrorRequestHandler {
  return (error, req, res, next) => {
    const { path } = toOperationRequest(req);
    const issues = toIssues(error, { query: new URLSearchParams(req.url.split('?')[1]), path });
    if (issues === undefined) next(error);
    else respondWithFaults(region, route, res, route.operation.dialect.invalid(issues));
  };
}

function refuseMethod(region: LocalRegion, { template, operation }: Route): RequestHandler {
  const methods = region.routes.filter((route) => route.template === template).map((route) => route.method);
  const refusal = operation.dialect.refused(405, 'Method Not Allowed', { Allow: methods.join(', ') });
  return (_req, res) => respondWithFaults(region, undefined, res, refusal);
}

/** 404 for a path that can't be decoded; any other error is a bug of the simulator. */
function handleOtherError(region: LocalRegion): ErrorRequestHandler {
  return (error, _req, res, _next) => {
    if (error instanceof URIError)
      return respondWithFaults(region, undefined, res, v1.refused(404, 'Not Found'));
    return write(res, simulatorError(region, [error instanceof Error ? String(error.stack) : String(error)]));
  };
}

/** Resolves aliases of paths, and drops query parameters without a value (`&name`, `&name=`). */
function normalize(aliases: ReadonlyMap<string, string>): RequestHandler {
  return (req, _res, next) => {
    const [path = '', ...query] = req.url.split('?');
    const sent = query.join('?').split('&').filter(hasValue);
    req.url = [aliases.get(path) ?? path, ...(sent.length > 0 ? [sent.join('&')] : [])].join('?');
    next();
  };
}

function hasValue(pair: string): boolean {
  return /=./.test(pair);
}
