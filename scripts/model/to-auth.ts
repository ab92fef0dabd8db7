import type { OpenAPIV3_1 } from 'openapi-types';
import { toKebab } from '../base/read.ts';
import { listOf } from '../base/words.ts';
import type { Auth, Credential } from './api.ts';
import { variableNameProblem } from './names.ts';
import type { Resolved, Spec } from './spec.ts';

type Scheme = Resolved<OpenAPIV3_1.SecuritySchemeObject>;
type Requirements = readonly Readonly<Record<string, readonly string[]>>[];

/** The first security requirement that a Postman request can meet, preferably with credentials. */
export function toAuth(spec: Spec, requirements: Requirements | undefined): Auth {
  const wanted = requirements ?? spec.document.security ?? [];
  const schemes = spec.document.components?.securitySchemes ?? {};
  const all = wanted.map((requirement) => fromRequirement(schemes, Object.keys(requirement)));
  const usable = all.filter((auth) => auth.type !== 'unusable');
  const best = usable.find(({ type }) => type !== 'none') ?? usable[0];
  if (best !== undefined || all.length === 0) return best ?? { type: 'none' };
  return { type: 'unusable', reasons: all.flatMap((auth) => (auth.type === 'unusable' ? auth.reasons : [])) };
}

/** All schemes of a Security Requirement Object are needed (OpenAPI 3.1, section 4.8.30). */
function fromRequirement(schemes: Readonly<Record<string, Scheme>>, names: readonly string[]): Auth {
  const all = names.map((name) => fromScheme(name, Object.hasOwn(schemes, name) ? schemes[name] : undefined));
  const reasons = all.flatMap((one) => (typeof one === 'string' ? [one] : []));
  // Two schemes may describe one credential.
  const found = new Map(all.flatMap((one) => (typeof one === 'string' ? [] : [[JSON.stringify(one), one]])));
  const [first, ...also] = [...found.values()].sort((a, b) => rankOf(a) - rankOf(b));
  const places = [...found.values()].map(placeOf);
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  if (twice !== undefined) reasons.push(`${listOf(names)} would both be sent as the ${twice}`);
  if (reasons.length > 0) return { type: 'unusable', reasons };
  if (first === undefined) return { type: 'none' };
  return also.length === 0 ? first : { ...first, also };
}

/** Postman computes the headers of Basic and Digest, so they come first. Its authorisation holds no cookie. */
function rankOf(credential: Credential): number {
  if (credential.type === 'apikey') return credential.in === 'cookie' ? 3 : 2;
  return credential.type === 'bearer' ? 1 : 0;
}

function placeOf(credential: Credential): string {
  if (credential.type !== 'apikey') return 'header authorization';
  const { in: place, key } = credential;
  return `${place} ${place === 'header' ? key.toLowerCase() : key}`;
}

/** The credential of a scheme, or why a Postman request can't have it. */
function fromScheme(name: string, scheme: Scheme | undefined): Credential | string {
  if (scheme === undefined) return `the security scheme \`${name}\` is not defined in components`;
  if (scheme.type === 'apiKey') {
    return { type: 'apikey', key: scheme.name, value: keyVariable(name), in: keyPlace(scheme.in) };
  }
  if (scheme.type === 'oauth2' || scheme.type === 'openIdConnect') return { type: 'bearer', token: 'token' };
  if (scheme.type !== 'http')
    return `\`${name}\` is of the type ${String(Object(scheme).type)}, which a request can't contain`;
  const http = scheme.scheme.toLowerCase();
  if (http === 'bearer') return { type: 'bearer', token: 'token' };
  return http === 'basic' || http === 'digest'
    ? { type: http, username: 'username', password: 'password' }
    : `\`${name}\` has the HTTP scheme ${http}, which is not supported`;
}

/** The variable of an API key: the scheme's name in kebab case, with a suffix if it is reserved. */
function keyVariable(scheme: string): string {
  const name = toKebab(scheme) || 'api-key';
  return variableNameProblem(name) === undefined ? name : `${name}-key`;
}

function keyPlace(place: string): 'header' | 'query' | 'cookie' {
  return place === 'query' || place === 'cookie' ? place : 'header';
}
