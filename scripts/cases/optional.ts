import type { Operation, Parameter } from '../model/api.ts';
import { mostValues, valuesOf } from '../model/derived.ts';
import { Placeholder } from '../model/placeholder.ts';
import { weaker } from '../model/provenance-order.ts';
import type { CaseKind } from './case.ts';
import { plain, withValue } from './outgoing.ts';
import { sharedFilters } from './pair.ts';
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
  const limits = [schema.minimum, schema.maximum].filter((limit) => typeof limit === 'number');
  const values = valuesOf(schema)?.filter((value: unknown) => value !== schema.default);
  return values?.slice(0, mostValues) ?? (limits.length > 0 ? limits : [example]);
}
