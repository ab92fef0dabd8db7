import type { CaseKind } from './case.ts';
import { plain } from './outgoing.ts';
import { successStatuses } from './statuses.ts';

/** The same request once more gets the same answer. Lists need none: walking through them asks twice. */
export const repeat: CaseKind = (operation) => {
  const statuses = successStatuses(operation);
  const safe = operation.method === 'GET' && operation.effects === 'none';
  if (!safe || statuses.length === 0 || operation.contract.list?.page !== undefined) return [];
  return [
    {
      id: 'repeat',
      name: `${operation.summary}, once more`,
      why: 'The same request once more gets the same answer.',
      outgoing: plain(operation),
      statuses,
      clause: 'repeat',
    },
  ];
};
