import type { Query } from '../request.ts';
import type { SimulatedResponse } from '../response.ts';
import type { FaultExchange } from './fault.ts';

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

/** The number of the requested page. */
export function pageNumber({ request }: FaultExchange): number {
  return Number(request.query.page ?? 1);
}
