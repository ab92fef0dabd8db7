import type { Body, Operation, Parameter } from '../model/api.ts';
import type { Outgoing, Sent } from './case.ts';

/** The plain request of an operation: what is required is there, what is optional is switched off. */
export function toOutgoing(operation: Operation): Outgoing {
  const { parameters, body } = operation;
  return {
    credentials: 'given',
    parameters: parameters.map((parameter) => ({
      parameter,
      value: parameter.variable === undefined ? parameter.example : `{{${parameter.variable}}}`,
      disabled: !parameter.required,
    })),
    ...(body !== undefined && { body: withVariables(body) }),
  };
}

/** The same request without the parameters that are switched off. */
export function required(outgoing: Outgoing): Outgoing {
  return { ...outgoing, parameters: outgoing.parameters.filter(({ disabled }) => !disabled) };
}

export function without(outgoing: Outgoing, parameter: Parameter): Outgoing {
  return { ...outgoing, parameters: outgoing.parameters.filter((sent) => sent.parameter !== parameter) };
}

export function withValue(outgoing: Outgoing, parameter: Parameter, value: unknown): Outgoing {
  const replace = (sent: Sent): Sent => (sent.parameter === parameter ? { ...sent, value } : sent);
  return { ...outgoing, parameters: outgoing.parameters.map(replace) };
}

/** The example body, its `x-variable` properties replaced by their variables. */
function withVariables(body: Body): unknown {
  const { example, variables } = body;
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return example;
  const entries = Object.entries(variables).map(([name, variable]) => [name, `{{${variable}}}`] as const);
  return { ...example, ...Object.fromEntries(entries) };
}
