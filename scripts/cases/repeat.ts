import type { CaseKind } from './case.ts';
import { plain } from './outgoing.ts';
import { successStatuses } from './statuses.ts';

/** The same request must get the same response again. Lists are left out, because pagination requests them twice. */
export const repeat: CaseKind = (operation) => {
  const statuses = successStatuses(operation);
  const safe = operation.method === 'GET' && operation.effects === 'none';
  if (!safe || statuses.length === 0 || operation.contract.list?.page !== undefined) return [];
  return [
    {
      id: 'repeat',
      name: `${operation.summary}, again`,
      why: 'The same request must get the same response again.',
      outgoing: plain(operation),
      statuses,
      clause: 'repeat',
    },
  ];
};
