import type { Operation, Parameter } from '../model/api.ts';
import type { Case, CaseKind } from './case.ts';
import { required, toOutgoing, withValue } from './outgoing.ts';
import { unknownValue } from './unknown-value.ts';

/** An unknown value of the right shape in a part of the path gets the documented error, 404 unless said otherwise. */
export const unknownId: CaseKind = (operation) => {
  const byStatus = new Map<string, Case>();
  // The last parameter for a status is the most specific one: the run rather than its river.
  for (const parameter of operation.parameters) {
    const made = toCase(operation, parameter);
    if (made !== undefined) byStatus.set(made.status, made);
  }
  return [...byStatus.values()];
};

function toCase(operation: Operation, parameter: Parameter): Case | undefined {
  const status = parameter.unknown;
  const documented = operation.responses.some((response) => response.status === status);
  const value = unknownValue(parameter);
  if (parameter.in !== 'path' || !documented || value === undefined) return undefined;
  return {
    id: `unknown-${parameter.name}`,
    kind: 'unknown-id',
    operation,
    name: `${operation.summary}: ${status} for an unknown ${parameter.name}`,
    tier: 'full',
    why: `\`${value}\` has the right shape, but there is no such ${parameter.name}.`,
    outgoing: withValue(required(toOutgoing(operation)), parameter, value),
    status,
  };
}
