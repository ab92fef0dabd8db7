import type { Operation, Parameter } from '../model/api.ts';
import type { Filter, Provenance } from '../model/contract.ts';
import { derivedVariable, mostValues, valuesOf } from '../model/derived.ts';
import { weaker } from '../model/provenance.ts';
import { queryParameter } from '../model/to-filters.ts';
import type { CaseKind, Draft } from './case.ts';
import { withValue } from './outgoing.ts';
import { onLargestPage } from './page.ts';
import { successStatuses } from './statuses.ts';
import { valueProvenance } from './value-provenance.ts';

/** Each value of each filter. If the values are not listed, one that keeps some items of the whole list. */
export const filter: CaseKind = (operation) => {
  const { list, filters } = operation.contract;
  return Object.entries({ ...filters, ...list?.filters }).flatMap(([name, clause]) => {
    const parameter = queryParameter(operation.parameters, name);
    return parameter === undefined ? [] : draftsOf(operation, parameter, clause);
  });
};

function draftsOf(operation: Operation, parameter: Parameter, clause: Filter): Draft[] {
  const values = valuesOf(parameter.schema);
  const { provenance } = clause;
  if (values === undefined) {
    const { name, value } = derivedVariable(operation, parameter.name);
    const testCase = draft(operation, parameter, value, provenance);
    const why = `\`${parameter.name}\` keeps the items that match; the value is taken from the whole list.`;
    return [
      {
        ...testCase,
        id: `filter-${parameter.name}`,
        name: `${operation.summary}: filtered by ${parameter.name}`,
        why,
        clause: sharedClause(operation, parameter),
        needs: [name],
      },
    ];
  }
  // The clauses cover each value once and each operation once, not each value of each operation.
  const example = values.includes(parameter.example) ? parameter.example : values[0];
  return [...new Set([example, ...values])].slice(0, mostValues).map((value) => {
    const known = weaker(provenance, valueProvenance(parameter, value));
    const shared = clause.keep === 'apart' ? `${operation.id} ${value}` : value;
    const own = `${parameter.pointer} ${value === example ? operation.id : shared}`;
    return { ...draft(operation, parameter, value, known), clause: own };
  });
}

/** One request for each end of the time window is enough: every response is checked against the window anyway. */
function sharedClause({ id }: Operation, { pointer, window }: Parameter): string {
  return window === undefined ? `${id} ${pointer}` : `${pointer} window`;
}

function draft(
  operation: Operation,
  parameter: Parameter,
  value: unknown,
  provenance: Provenance,
): Omit<Draft, 'clause'> {
  const { name } = parameter;
  return {
    id: `filter-${name}-${value}`,
    name: `${operation.summary}: only ${name} ${value}`,
    why: `\`${name}=${value}\` keeps exactly the items that match.`,
    outgoing: withValue(onLargestPage(operation), parameter, value),
    statuses: successStatuses(operation),
    provenance,
  };
}
