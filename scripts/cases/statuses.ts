import type { Operation } from '../model/api.ts';

/** The documented status of an invalid request: 422, or else 400, which many APIs use for it. */
export function invalidStatus(operation: Operation): string | undefined {
  return ['422', '400', '4XX'].find((status) => documents(operation, status));
}

/** The lowest documented success; `default` where nothing else is documented. */
export function successStatus({ responses }: Operation): string | undefined {
  const statuses = responses.map(({ status }) => status);
  return statuses.filter((status) => status.startsWith('2')).sort()[0] ?? statuses.find(isDefault);
}

export function documents({ responses }: Operation, status: string): boolean {
  return responses.some((response) => response.status === status);
}

function isDefault(status: string): boolean {
  return status === 'default';
}
