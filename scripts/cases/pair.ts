import type { Operation, Parameter } from '../model/api.ts';
import { derivedVariable, valuesOf } from '../model/derived.ts';
import { weaker } from '../model/provenance-order.ts';
import type { CaseKind } from './case.ts';
import { plain, withValue } from './outgoing.ts';
import { successStatuses } from './statuses.ts';

/** The filters that an operation shares with a list that it is compared with. Both must agree under each filter. */
export const pair: CaseKind = (operation, all) => {
  const statuses = successStatuses(operation);
  if (statuses.length === 0) return [];
  const shared = sharedFilters(operation, all);
  return shared.map(({ list, parameter, filter }) => {
    const several = shared.filter((one) => one.parameter === parameter).length > 1;
    const [first] = valuesOf(parameter.schema) ?? [];
    const { name, value } = derivedVariable(list, parameter.name);
    return {
      id: `pair-${parameter.name}${several ? `-${list.id}` : ''}`,
      name: `${operation.summary}: as ${list.id} by ${parameter.name}`,
      why: `Under the same \`${parameter.name}\` it must agree with ${list.id}.`,
      outgoing: withValue(plain(operation), parameter, first ?? value),
      statuses,
      clause: `${parameter.pointer} ${parameter.window === undefined ? 'pair' : 'window'}`,
      provenance: weaker(parameter.provenance, filter.provenance),
      needs: first === undefined ? [name] : [],
    };
  });
};

type Shared = {
  readonly list: Operation;
  readonly parameter: Parameter;
  readonly filter: Operation['contract']['filters'][string];
};

/** Filters of the lists that a relation of the operation counts or sums, without those that its own contract describes. */
export function sharedFilters({ contract, parameters }: Operation, all: readonly Operation[]): Shared[] {
  const own = { ...contract.filters, ...contract.list?.filters };
  const named = contract.relations.flatMap(({ rule }) =>
    rule.kind === 'equals'
      ? rule.operands.flatMap((operand) => ('operation' in operand ? operand.operation : []))
      : [],
  );
  return parameters.flatMap((parameter) =>
    all.flatMap((list) => {
      const filter = list.contract.list?.filters[parameter.name];
      const isShared = parameter.in === 'query' && named.includes(list.id) && !(parameter.name in own);
      return isShared && filter !== undefined ? [{ list, parameter, filter }] : [];
    }),
  );
}
