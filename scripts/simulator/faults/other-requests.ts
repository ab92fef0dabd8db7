import { tokens } from '../auth.ts';
import type { Query } from '../request.ts';
import type { SimulatedResponse } from '../response.ts';
import { localSettings } from '../settings.ts';
import type { FaultChange, FaultExchange } from './fault.ts';

/** Responds as if the request had other query parameters; undefined removes one. */
export function asIfQuery(change: Query): FaultChange {
  return (_, exchange) => respondWithQuery(exchange, change);
}

/** The correct response to the same request with other query parameters; undefined removes one. */
export function respondWithQuery({ respond, request }: FaultExchange, change: Query): SimulatedResponse {
  const query = Object.entries({ ...request.query, ...change }).filter(([, value]) => value !== undefined);
  return respond({ ...request, query: Object.fromEntries(query) });
}

/** The correct response to the same request with other ids in its path. */
export function respondWithPath(
  { respond, request }: FaultExchange,
  path: Readonly<Record<string, string>>,
): SimulatedResponse {
  return respond({ ...request, path: { ...request.path, ...path } });
}

/** The correct response to the same request with the ids of the local variables, which exist. */
export function respondWithKnownIds(_: SimulatedResponse, exchange: FaultExchange): SimulatedResponse {
  return respondWithPath(exchange, localSettings(exchange.region).variables);
}

/** The correct response to the same request with the token that has every scope. */
export function respondWithFullToken(_: SimulatedResponse, exchange: FaultExchange): SimulatedResponse {
  return exchange.respond({ ...exchange.request, token: tokens(exchange.region).full });
}

/** The number of the requested page. */
export function pageNumber({ request }: FaultExchange): number {
  return Number(request.query.page ?? 1);
}
