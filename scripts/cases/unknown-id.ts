import type { CaseKind, Draft } from './case.ts';
import { plain, withValue } from './outgoing.ts';
import { documents } from './statuses.ts';
import { unknownValue } from './unknown-value.ts';

/** An unknown value of the right shape in a part of the path gets the documented error, 404 unless said otherwise. */
export const unknownId: CaseKind = (operation) =>
  operation.parameters.flatMap((parameter): Draft[] => {
    const status = parameter.unknown;
    const value = unknownValue(parameter);
    if (parameter.in !== 'path' || !documents(operation, status) || value === undefined) return [];
    return [
      {
        id: `unknown-${parameter.name}`,
        name: `${operation.summary}: ${status} for an unknown ${parameter.name}`,
        why: `\`${value}\` has the right shape, but there is no such ${parameter.name}.`,
        outgoing: withValue(plain(operation), parameter, value),
        statuses: [status],
        // What an operation itself looks up is its own business; who may ask, that of all.
        clause: status === '404' ? `${operation.pointer} ${parameter.name}` : `${parameter.pointer} unknown`,
      },
    ];
  });
