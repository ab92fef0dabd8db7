import type { Parameter } from '../model/api.ts';
import { accepts } from './accepts.ts';
import type { CaseKind, Draft } from './case.ts';
import { plain, withValue } from './outgoing.ts';
import { documents } from './statuses.ts';

/** An unknown value of the right shape in the path gets the documented error: 404, or what `x-contract` says. */
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
        // Each operation looks up ids itself; other refusals, such as 403, come from code that all operations share.
        clause: status === '404' ? `${operation.pointer} ${parameter.name}` : `${parameter.pointer} unknown`,
      },
    ];
  });

/** An unknown value of the same shape as the example; `undefined` if none can be made up. */
export function unknownValue({ example, schema }: Parameter): string | undefined {
  if (schema.enum !== undefined || schema.const !== undefined) return undefined;
  if (typeof example === 'number') return unknownNumber(schema.maximum);
  if (typeof example !== 'string' || example === '') return undefined;
  const value = fill(example);
  // A server may refuse a value of another shape for its shape, which proves nothing about unknown ids.
  return accepts(schema, value) ? value : undefined;
}

/** The greatest number of a small range may be in use. */
function unknownNumber(maximum = 2_147_483_647): string | undefined {
  return maximum < 1_000_000 ? undefined : String(maximum);
}

/** Hexadecimal ids and UUIDs become all `f`; in other texts letters become `z` and digits `9`. */
function fill(example: string): string {
  if (/^[0-9a-f-]+$/.test(example)) return example.replace(/[0-9a-f]/g, 'f');
  if (/^[0-9A-F-]+$/.test(example)) return example.replace(/[0-9A-F]/g, 'F');
  return example.replace(/[0-9]/g, '9').replace(/[a-z]/g, 'z').replace(/[A-Z]/g, 'Z');
}
