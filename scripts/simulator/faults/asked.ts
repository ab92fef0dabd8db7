import type { SimulatedResponse } from '../answer.ts';
import type { Query } from '../request.ts';
import type { FaultExchange } from './fault.ts';

/** The right answer to the same request with other query parameters; undefined takes one away. */
export function askWith({ ask, request }: FaultExchange, change: Query): SimulatedResponse {
  const query = Object.entries({ ...request.query, ...change }).filter(([, value]) => value !== undefined);
  return ask({ ...request, query: Object.fromEntries(query) });
}

/** The right answer to the same request with other ids in its path. */
export function askAt(
  { ask, request }: FaultExchange,
  path: Readonly<Record<string, string>>,
): SimulatedResponse {
  return ask({ ...request, path: { ...request.path, ...path } });
}

/** The number of the page that is asked for. */
export function pageOf({ request }: FaultExchange): number {
  return Number(request.query.page ?? 1);
}
