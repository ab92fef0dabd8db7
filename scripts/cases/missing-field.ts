import type { CaseKind } from './case.ts';
import { invalidStatus } from './invalid-status.ts';
import { required, toOutgoing } from './outgoing.ts';

/** Without a required property the body is invalid. */
export const missingField: CaseKind = (operation) => {
  const status = invalidStatus(operation);
  const field = operation.body?.schema.required?.[0];
  const outgoing = required(toOutgoing(operation));
  const { body } = outgoing;
  if (status === undefined || field === undefined || typeof body !== 'object' || body === null) return [];
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => name !== field));
  const id = `missing-body-${field}`;
  const name = `${operation.summary}: ${status} without ${field} in the body`;
  const why = `\`${field}\` is required in the body.`;
  return [
    {
      id,
      kind: 'missing-field',
      operation,
      name,
      tier: 'full',
      why,
      outgoing: { ...outgoing, body: rest },
      status,
    },
  ];
};
