import type { CaseKind } from './case.ts';
import { plain, without } from './outgoing.ts';
import { invalidStatus } from './statuses.ts';

/** Without a required parameter the request is invalid. */
export const missing: CaseKind = (operation) => {
  const status = invalidStatus(operation);
  if (status === undefined) return [];
  return operation.parameters
    .filter((parameter) => parameter.required && parameter.in !== 'path')
    .map((parameter) => ({
      id: `missing-${parameter.name}`,
      name: `${operation.summary}: ${status} without ${parameter.name}`,
      why: `\`${parameter.name}\` is required.`,
      outgoing: without(plain(operation), parameter),
      statuses: [status],
      clause: `${parameter.pointer} missing`,
      provenance: parameter.provenance,
    }));
};
