import type { Operation } from '../model/api.ts';

/** The documented statuses of an invalid request: 422, or 400, which many APIs use instead. */
export function invalidStatuses(operation: Operation): readonly string[] {
  return ['422', '400', '4XX'].filter((status) => documents(operation, status));
}

/** The documented successes, the lowest first; `default` if there are none. */
export function successStatuses({ responses }: Operation): readonly string[] {
  const statuses = responses.map(({ status }) => status);
  const successes = statuses.filter((status) => status.startsWith('2')).sort();
  return successes.length > 0 ? successes : statuses.filter((status) => status === 'default');
}

/** The documented status of a request without valid credentials; `4XX` if only `default` is documented. */
export function refusedStatuses(operation: Operation): readonly string[] {
  const own = ['401', '403', '4XX'].find((status) => documents(operation, status));
  if (own !== undefined) return [own];
  return documents(operation, 'default') ? ['4XX'] : [];
}

export function documents({ responses }: Operation, status: string): boolean {
  return responses.some((response) => response.status === status);
}
