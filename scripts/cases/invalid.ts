import { extension } from '../base/read.ts';
import type { Operation, Parameter } from '../model/api.ts';
import type { Provenance } from '../model/contract.ts';
import { weaker } from '../model/provenance.ts';
import type { SchemaObject } from '../model/spec.ts';
import type { CaseKind } from './case.ts';
import { type Invalid, invalidValues } from './invalid-values.ts';
import { plain, withValue } from './outgoing.ts';
import { documents, invalidStatuses } from './statuses.ts';

/** The server must refuse a value that breaks any clause of a parameter's schema. */
export const invalid: CaseKind = (operation) =>
  operation.parameters.flatMap((parameter) => {
    const statuses = statusesFor(operation, parameter);
    if (statuses.length === 0) return [];
    return invalidValues(parameter.schema).map((one) => ({
      id: `invalid-${parameter.name}-${one.name}`,
      name: `${operation.summary}: ${statuses.join(' or ')} for ${parameter.name} ${one.name.replaceAll('-', ' ')}`,
      why: `\`${parameter.name}=${one.value.slice(0, 40)}\` is invalid: ${one.why}.`,
      outgoing: withValue(plain(operation), parameter, one.value),
      statuses,
      // Operations share parameters of the same form: one case in a path and one in a query can be enough.
      clause: one.name === 'malformed' ? `${parameter.in} ${one.why}` : `${parameter.pointer} ${one.name}`,
      provenance: weaker(parameter.provenance, clauseProvenance(parameter.schema, one)),
    }));
  });

/** A server may treat an id of the wrong shape as an unknown one. */
function statusesFor(operation: Operation, { in: place, unknown }: Parameter): string[] {
  const known = place === 'path' ? [unknown, '404'].filter((status) => documents(operation, status)) : [];
  return [...new Set([...invalidStatuses(operation), ...known])];
}

/** The provenance of the broken clause, which may be in an `allOf` part with its own `x-provenance`. */
function clauseProvenance(schema: SchemaObject, { name }: Invalid): Provenance {
  const parts = name === 'malformed' && schema.pattern === undefined ? (schema.allOf ?? []) : [];
  const marks = [schema, ...parts].map((part) => extension(part, 'x-provenance'));
  if (marks.includes('inferred')) return 'inferred';
  return marks.includes('observed') ? 'observed' : 'documented';
}
