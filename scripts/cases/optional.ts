import type { Operation, Parameter } from '../model/api.ts';
import { derivedVariable, mostValues, valuesOf } from '../model/derived.ts';
import { Placeholder } from '../model/placeholder.ts';
import { weaker } from '../model/provenance.ts';
import { asWritten, numberAt } from '../model/written-number.ts';
import type { CaseKind } from './case.ts';
import { plain, withValue } from './outgoing.ts';
import { successStatuses } from './statuses.ts';
import { valueProvenance } from './value-provenance.ts';

/**
 * Sends all parameters that no other kind of case sends in one request: each value of an enum, and the minimum and
 * maximum of numbers. The parameter with the most values determines the number of requests.
 */
export const optional: CaseKind = (operation, all) => {
  const statuses = successStatuses(operation);
  const paired = sharedFilters(operation, all).map(({ parameter }) => parameter);
  const rest = operation.parameters.filter(
    (parameter) => isUnused(operation, parameter) && !paired.includes(parameter),
  );
  if (statuses.length === 0 || rest.length === 0) return [];
  const count = Math.max(...rest.map((parameter) => samplesOf(parameter).length));
  return Array.from({ length: count }, (_, index) => {
    const sent = rest.map((parameter) => [parameter, sampleOf(parameter, index)] as const);
    const outgoing = sent.reduce(
      (testCase, [parameter, value]) => withValue(testCase, parameter, value),
      plain(operation),
    );
    const names = sent.map(([{ name }, value]) => `\`${name}=${value}\``).join(', ');
    return {
      id: `optional-${index + 1}`,
      name: `${operation.summary}: with options${count > 1 ? ` (${index + 1})` : ''}`,
      why: `Optional parameters are accepted: ${names}.`,
      outgoing,
      statuses,
      clause: sent.map(([{ pointer }, value]) => `${pointer} ${value}`).join(' '),
      provenance: sent
        .map(([parameter, value]) => valueProvenance(parameter, value))
        .reduce(weaker, 'documented'),
    };
  });
};

/** Whether the parameter is in no filter, sort or page of the contract, and no other request sends all its values. */
function isUnused({ contract: { list, filters } }: Operation, parameter: Parameter): boolean {
  const { in: place, name, required, variable } = parameter;
  const known = [
    ...Object.keys({ ...filters, ...list?.filters }),
    ...[list?.page?.number, list?.page?.size, list?.sort?.by, list?.sort?.direction],
  ];
  const isSent = required && (variable !== undefined || samplesOf(parameter).length < 2);
  return !isSent && isKnown(parameter) && place !== 'path' && !(place === 'query' && known.includes(name));
}

/** The server may rightly refuse an invented text, such as a cursor. */
function isKnown({ exemplified, variable, schema }: Parameter): boolean {
  const types = [schema.type ?? 'string'].flat();
  return exemplified || variable !== undefined || !types.includes('string');
}

function sampleOf(parameter: Parameter, index: number): unknown {
  const samples = samplesOf(parameter);
  return samples[index % samples.length];
}

/** Leaves out the default, because a request without the parameter implies it. */
function samplesOf({ schema, example, variable }: Parameter): readonly unknown[] {
  if (variable !== undefined) return [new Placeholder(variable)];
  const limits = ['minimum', 'maximum']
    .map((limit) => numberAt(schema, limit))
    .filter((limit) => limit !== undefined);
  const values = valuesOf(schema)?.filter((value: unknown) => value !== schema.default);
  const sent = values?.slice(0, mostValues).map((value) => asWritten(value, [schema]));
  return sent ?? (limits.length > 0 ? limits : [example]);
}

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
function sharedFilters({ contract, parameters }: Operation, all: readonly Operation[]): Shared[] {
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
