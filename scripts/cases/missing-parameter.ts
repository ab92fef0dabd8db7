import type { CaseKind } from './case.ts';
import { invalidStatus } from './invalid-status.ts';
import { required, toOutgoing, without } from './outgoing.ts';

/** Without a required parameter the request is invalid. */
export const missingParameter: CaseKind = (operation) => {
  const status = invalidStatus(operation);
  const parameter = operation.parameters.find((candidate) => candidate.required && candidate.in !== 'path');
  if (status === undefined || parameter === undefined) return [];
  const id = `missing-${parameter.name}`;
  const name = `${operation.summary}: ${status} without ${parameter.name}`;
  const why = `\`${parameter.name}\` is required.`;
  const outgoing = without(required(toOutgoing(operation)), parameter);
  return [{ id, kind: 'missing-parameter', operation, name, tier: 'full', why, outgoing, status }];
};
