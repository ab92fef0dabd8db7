import type { Operation } from './api.ts';
import type { List } from './contract.ts';
import type { Derived } from './expectation.ts';
import { Placeholder } from './placeholder.ts';
import { queryParameter } from './to-filters.ts';

/** The variables that an operation's list fills for later requests. */
export function derivedOf({ id, contract, parameters }: Operation): Derived[] {
  const { list } = contract;
  if (list === undefined) return [];
  const open = Object.keys(list.filters).filter((name) => {
    const parameter = queryParameter(parameters, name);
    return parameter !== undefined && valuesOf(parameter.schema) === undefined && isOpen(list, name);
  });
  return [
    ...(list.page === undefined ? [] : [{ variable: variableOf(id, 'page'), take: 'page' } as const]),
    ...(list.page?.size === undefined ? [] : [{ variable: variableOf(id, 'size'), take: 'size' } as const]),
    { variable: variableOf(id, 'identity'), take: 'identity' },
    ...open.map((name) => {
      const format = queryParameter(parameters, name)?.window?.format;
      return { variable: variableOf(id, name), take: { filter: name }, ...(format && { format }) };
    }),
  ];
}

/** A variable that an operation's responses fill, with the placeholder for requests. */
export function derivedVariable({ id }: Operation, name: string): { name: string; value: Placeholder } {
  const variable = variableOf(id, name);
  return { name: variable, value: new Placeholder(variable) };
}

/** The most values of one parameter that are sent, each in its own request. */
export const mostValues = 20;

/** All values of a parameter; `undefined` if the schema doesn't list them. */
export function valuesOf(schema: { readonly enum?: readonly unknown[]; readonly type?: unknown }) {
  if (schema.enum !== undefined) return schema.enum;
  return schema.type === 'boolean' ? [true, false] : undefined;
}

function isOpen({ filters }: List, name: string): boolean {
  const keep = filters[name]?.keep;
  return keep !== undefined && keep !== 'apart' && keep !== 'counts';
}

function variableOf(operationId: string, name: string): string {
  return `${operationId.replace(/[^\w-]+/g, '_')}.${name}`;
}
