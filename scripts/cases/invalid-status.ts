import type { Operation } from '../model/api.ts';

/** The documented status of an invalid request: 422, or else 400, which many APIs use for it. */
export function invalidStatus({ responses }: Operation): string | undefined {
  const statuses = responses.map(({ status }) => status);
  return ['422', '400', '4XX'].find((status) => statuses.includes(status));
}
