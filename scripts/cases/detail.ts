import { derivedVariable } from '../model/derived.ts';
import type { CaseKind } from './case.ts';
import { plain, withValue } from './outgoing.ts';
import { successStatuses } from './statuses.ts';

/** Requests an item of a list by its identity. Both must have the same values. */
export const detail: CaseKind = (operation, all) => {
  const statuses = successStatuses(operation);
  return all.flatMap((other) => {
    const clause = other.contract.list?.detail;
    const parameter = operation.parameters.find(({ name }) => name === clause?.parameter);
    if (clause?.operation !== operation.id || parameter === undefined || statuses.length === 0) return [];
    const { name, value } = derivedVariable(other, 'identity');
    return [
      {
        id: `detail-of-${other.id}`,
        name: `${operation.summary}: an item of ${other.summary}`,
        why: `An item of the list of ${other.id}, requested alone: its values must be the same.`,
        outgoing: withValue(plain(operation), parameter, value),
        statuses,
        clause: clause.pointer,
        provenance: clause.provenance,
        needs: [name],
      },
    ];
  });
};
