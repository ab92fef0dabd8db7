import type { CaseKind } from './case.ts';
import { required, toOutgoing } from './outgoing.ts';

/** A token that nobody has gets a 401. */
export const wrongToken: CaseKind = (operation) => {
  const documented = operation.responses.some(({ status }) => status === '401');
  if (!documented || operation.auth.type === 'none' || operation.auth.type === 'unusable') return [];
  const outgoing = { ...required(toOutgoing(operation)), credentials: 'wrong' } as const;
  const name = `${operation.summary}: 401 for a wrong token`;
  const why = 'A well-formed token that nobody has must be refused.';
  return [
    { id: 'wrong-token', kind: 'wrong-token', operation, name, tier: 'full', why, outgoing, status: '401' },
  ];
};
