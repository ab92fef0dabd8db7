import type { OpenAPIV3_1 } from 'openapi-types';
import { toKebab } from '../base/read.ts';
import type { Auth } from './api.ts';
import { variableNameProblem } from './names.ts';
import type { Resolved, Spec } from './spec.ts';

type Scheme = Resolved<OpenAPIV3_1.SecuritySchemeObject>;
type Requirements = readonly Readonly<Record<string, readonly string[]>>[];

/** The first security requirement that a Postman request can meet, or `undefined`. */
export function toAuth(spec: Spec, requirements: Requirements | undefined): Auth | undefined {
  const wanted = requirements ?? spec.document.security ?? [];
  if (wanted.length === 0) return { type: 'none' };
  const schemes = spec.document.components?.securitySchemes ?? {};
  const usable = wanted.map((requirement) => fromRequirement(schemes, Object.keys(requirement)));
  return usable.find((auth) => auth?.type !== undefined && auth.type !== 'none') ?? usable.find(Boolean);
}

function fromRequirement(
  schemes: Readonly<Record<string, Scheme>>,
  names: readonly string[],
): Auth | undefined {
  const [name] = names;
  if (name === undefined) return { type: 'none' };
  const scheme = schemes[name];
  // A Postman request has only one kind of authorization.
  return scheme === undefined || names.length > 1 ? undefined : fromScheme(name, scheme);
}

function fromScheme(name: string, scheme: Scheme): Auth | undefined {
  if (scheme.type === 'apiKey') {
    return { type: 'apikey', key: scheme.name, value: keyVariable(name), in: keyPlace(scheme.in) };
  }
  if (scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic') {
    return { type: 'basic', username: 'username', password: 'password' };
  }
  const bearer = scheme.type === 'http' && scheme.scheme.toLowerCase() === 'bearer';
  const issued = scheme.type === 'oauth2' || scheme.type === 'openIdConnect';
  return bearer || issued ? { type: 'bearer', token: 'token' } : undefined;
}

/** The variable of an API key: the scheme's name in kebab case, with a suffix if it is reserved. */
function keyVariable(scheme: string): string {
  const name = toKebab(scheme) || 'api-key';
  return variableNameProblem(name) === undefined ? name : `${name}-key`;
}

function keyPlace(place: string): 'header' | 'query' | 'cookie' {
  return place === 'query' || place === 'cookie' ? place : 'header';
}
