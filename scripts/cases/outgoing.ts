import { isObject } from '../base/read.ts';
import type { Operation, Parameter, RequestBody } from '../model/api.ts';
import { Placeholder } from '../model/placeholder.ts';
import type { SchemaObject } from '../model/spec.ts';
import { propertiesOf, typesOf } from '../model/to-body.ts';
import { queryParameter } from '../model/to-filters.ts';
import type { Outgoing } from './case.ts';

/** The plain request of an operation, with its optional parameters disabled. */
export function toOutgoing(operation: Operation): Outgoing {
  const { parameters, body } = operation;
  return {
    credentials: 'given',
    parameters: parameters.map((parameter) => ({
      parameter,
      value: parameter.variable === undefined ? parameter.example : new Placeholder(parameter.variable),
      disabled: !parameter.required,
    })),
    ...(body !== undefined && { body: withVariables(body) }),
  };
}

/** The request with the required parameters only. */
export function plain(operation: Operation): Outgoing {
  const outgoing = toOutgoing(operation);
  return { ...outgoing, parameters: outgoing.parameters.filter(({ disabled }) => !disabled) };
}

export function without(outgoing: Outgoing, parameter: Parameter): Outgoing {
  return { ...outgoing, parameters: outgoing.parameters.filter((sent) => sent.parameter !== parameter) };
}

/** The same request with this value of the parameter, which is added if it is missing. */
export function withValue(outgoing: Outgoing, parameter: Parameter, value: unknown): Outgoing {
  const sent = { parameter, value, disabled: false };
  const replaced = outgoing.parameters.some((other) => other.parameter === parameter);
  const parameters = outgoing.parameters.map((other) => (other.parameter === parameter ? sent : other));
  return { ...outgoing, parameters: replaced ? parameters : [...parameters, sent] };
}

/** The same request with these values of query parameters, by name. Ignores names that the operation doesn't have. */
export function withQuery(
  outgoing: Outgoing,
  { parameters }: Operation,
  values: Readonly<Record<string, unknown>>,
): Outgoing {
  return Object.entries(values).reduce((changed, [name, value]) => {
    const parameter = queryParameter(parameters, name);
    return parameter === undefined ? changed : withValue(changed, parameter, value);
  }, outgoing);
}

/** The example body with a variable for each property that has an `x-variable`. */
function withVariables(body: RequestBody): unknown {
  const { example, variables } = body;
  if (!isObject(example) || Object.keys(variables).length === 0) return example;
  const entries = Object.entries(variables).map(
    ([name, variable]) => [name, new Placeholder(variable, isBare(body.schema, name))] as const,
  );
  return { ...example, ...Object.fromEntries(entries) };
}

/** Whether a property is a number or a boolean, and never a string. */
function isBare(schema: SchemaObject, name: string): boolean {
  const property = propertiesOf(schema)[name];
  const types = property === undefined ? [] : typesOf(property);
  return types.some((type) => ['number', 'integer', 'boolean'].includes(type)) && !types.includes('string');
}

/** The names of the variables in a request, with repetitions. */
export function variablesIn({ parameters, body }: Outgoing): string[] {
  const values = [...parameters.map(({ value }) => value), ...(isObject(body) ? Object.values(body) : [])];
  return values.flatMap((value) => (value instanceof Placeholder ? [value.name] : []));
}
