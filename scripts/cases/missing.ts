import type { CaseKind } from './case.ts';
import { plain, without } from './outgoing.ts';
import { invalidStatuses } from './statuses.ts';

/** The server must refuse a request without a required parameter. */
export const missing: CaseKind = (operation) => {
  const statuses = invalidStatuses(operation);
  if (statuses.length === 0) return [];
  return operation.parameters
    .filter((parameter) => parameter.required && parameter.in !== 'path')
    .map((parameter) => ({
      id: `missing-${parameter.name}`,
      name: `${operation.summary}: ${statuses.join(' or ')} without ${parameter.name}`,
      why: `\`${parameter.name}\` is required.`,
      outgoing: without(plain(operation), parameter),
      statuses,
      clause: `${parameter.pointer} missing`,
      provenance: parameter.provenance,
    }));
};
