import { contractOf } from '../base/read.ts';
import type { Auth, Effects, Operation, Parameter } from './api.ts';
import type { OperationObject, PathItem, Spec } from './spec.ts';
import { toAuth } from './to-auth.ts';
import { toBody } from './to-body.ts';
import { toContract } from './to-contract.ts';
import { toParameter } from './to-parameter.ts';
import { toResponse } from './to-response.ts';

/** An Operation Object with its surroundings. */
export type OperationPlace = {
  readonly path: string;
  readonly method: string;
  readonly item: PathItem;
  readonly operation: OperationObject;
  /** The variable of the base URL in force here. */
  readonly base: string;
};

/** An Operation Object (OpenAPI 3.1, section 4.8.10) with what its path item adds. */
export function toOperation(spec: Spec, { path, method, item, operation, base }: OperationPlace): Operation {
  const name = `${method.toUpperCase()} ${path}`;
  const parameters = parametersOf(spec, item, operation);
  const body = operation.requestBody === undefined ? undefined : toBody(spec, operation.requestBody);
  return {
    id: operation.operationId ?? name,
    pointer: spec.pointerOf(operation),
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? operation.operationId ?? name,
    description: (operation.description ?? '').trim(),
    deprecated: operation.deprecated === true,
    tag: operation.tags?.[0] ?? '',
    base,
    effects: effectsOf(method, operation),
    auth: authOf(spec, operation),
    anonymous: (operation.security ?? spec.document.security ?? []).some(
      (requirement) => Object.keys(requirement).length === 0,
    ),
    parameters,
    ...(body !== undefined && { body }),
    responses: Object.entries(operation.responses ?? {})
      .filter(([status]) => !status.startsWith('x-'))
      .map(([status, response]) => toResponse(spec, status, response)),
    contract: toContract(spec, operation, parameters),
  };
}

/** Safe methods (RFC 9110, section 9.2.1). Unless the spec says otherwise, all others change something. */
const safe = ['get', 'head', 'options', 'trace'];

function effectsOf(method: string, operation: OperationObject): Effects {
  const said = contractOf(operation, 'effects');
  if (said === 'costs' || said === 'changes' || said === 'none') return said;
  return safe.includes(method.toLowerCase()) ? 'none' : 'changes';
}

function authOf(spec: Spec, operation: OperationObject): Auth {
  return toAuth(spec, operation.security) ?? { type: 'unusable' };
}

/** An operation's parameter replaces the path item's of the same name and place (section 4.8.9.1). */
function parametersOf(spec: Spec, item: PathItem, operation: OperationObject): Parameter[] {
  const byKey = new Map<string, Parameter>();
  for (const parameter of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    byKey.set(`${parameter.in} ${parameter.name}`, toParameter(spec, parameter));
  }
  return [...byKey.values()].filter(isSent);
}

/** Header parameters of these names "SHALL be ignored" (section 4.8.12.2). */
function isSent({ in: place, name }: Parameter): boolean {
  return place !== 'header' || !['accept', 'content-type', 'authorization'].includes(name.toLowerCase());
}
