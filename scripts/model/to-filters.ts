import type { Parameter } from './api.ts';
import { type Filter, keeps } from './contract.ts';
import {
  type ContractPart,
  clauseOf,
  isPointer,
  partsIn,
  pointerMap,
  textIn,
  textMap,
} from './contract-part.ts';
import { keywordOf } from './keyword.ts';

/** The filters of an `x-contract` by the name of their query parameter. */
export function toFilters(
  part: ContractPart | undefined,
  parameters: readonly Parameter[],
): Readonly<Record<string, Filter>> {
  const entries = (part === undefined ? [] : partsIn(part)).flatMap(([name, filter]) => {
    const decoded = toFilter(filter, queryParameter(parameters, name));
    return decoded === undefined ? [] : [[name, decoded] as const];
  });
  return Object.fromEntries(entries);
}

function toFilter(part: ContractPart, parameter: Parameter | undefined): Filter | undefined {
  const { value } = part;
  const clause = clauseOf(part);
  const complete = value.complete !== false;
  const counts = pointerMap(value.counts);
  if (counts !== undefined) return { ...clause, keep: 'counts', counts, complete };
  const word = textIn(part, 'keep');
  if (word === 'apart') return { ...clause, keep: 'apart', values: valuesOf(parameter) };
  const keep = keeps.find((known) => known === word);
  const { property } = value;
  if (keep === undefined || !isPointer(property)) return undefined;
  return { ...clause, keep, property, spelled: textMap(value.spelled) ?? {}, complete };
}

/** All values that may be sent, of an enum or a boolean. Empty if the schema doesn't list them. */
export function valuesOf(parameter: Parameter | undefined): readonly string[] {
  const schemas = [parameter?.schema, keywordOf(parameter?.schema, 'items')];
  const values = schemas.map((schema) => keywordOf(schema, 'enum')).find(Array.isArray);
  if (values !== undefined) return values.map(String);
  return schemas.some((schema) => keywordOf(schema, 'type') === 'boolean') ? ['true', 'false'] : [];
}

/** The query parameter of this name. */
export function queryParameter(parameters: readonly Parameter[], name: string): Parameter | undefined {
  return parameters.find((parameter) => parameter.in === 'query' && parameter.name === name);
}
