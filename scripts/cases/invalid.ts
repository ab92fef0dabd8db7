import { extension } from '../base/read.ts';
import type { Operation, Parameter } from '../model/api.ts';
import type { Provenance } from '../model/contract.ts';
import { weaker } from '../model/provenance-order.ts';
import type { SchemaObject } from '../model/spec.ts';
import type { CaseKind } from './case.ts';
import { type Invalid, invalidValues } from './invalid-values.ts';
import { plain, withValue } from './outgoing.ts';
import { documents, invalidStatuses } from './statuses.ts';

/** A value that breaks a clause of a parameter's schema is refused, whichever parameter and clause it is. */
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
      // The same form is asked for once in a path and once in a query, if need be.
      clause: one.name === 'malformed' ? `${parameter.in} ${one.why}` : `${parameter.pointer} ${one.name}`,
      provenance: weaker(parameter.provenance, clauseProvenance(parameter.schema, one)),
    }));
  });

/** An id of the wrong shape may just as well be one that is not known. */
function statusesFor(operation: Operation, { in: place, unknown }: Parameter): string[] {
  const known = place === 'path' && documents(operation, unknown) ? [unknown] : [];
  return [...new Set([...invalidStatuses(operation), ...known])];
}

/** How the broken clause is known, where it stands in an `allOf` part with a mark of its own. */
function clauseProvenance(schema: SchemaObject, { name }: Invalid): Provenance {
  const parts = name === 'malformed' && schema.pattern === undefined ? (schema.allOf ?? []) : [];
  const marks = [schema, ...parts].map((part) => extension(part, 'x-provenance'));
  if (marks.includes('inferred')) return 'inferred';
  return marks.includes('observed') ? 'observed' : 'documented';
}
