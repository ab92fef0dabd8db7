import type { CaseKind } from './case.ts';
import { required, toOutgoing } from './outgoing.ts';

/** The plain request gets the first documented success. */
export const success: CaseKind = (operation) => {
  const status = successOf(operation.responses.map((response) => response.status));
  if (status === undefined) return [];
  const outgoing = required(toOutgoing(operation));
  const why = 'The request as documented, with what is required.';
  return [
    {
      id: 'success',
      kind: 'success',
      operation,
      name: operation.summary,
      tier: 'smoke',
      why,
      outgoing,
      status,
    },
  ];
};

/** The lowest documented success; `default` where nothing else is documented. */
function successOf(statuses: readonly string[]): string | undefined {
  const successes = statuses.filter((status) => status.startsWith('2')).sort();
  return successes[0] ?? statuses.find((status) => status === 'default');
}
