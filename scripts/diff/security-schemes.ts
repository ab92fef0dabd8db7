import type { OpenAPIV3_1 } from 'openapi-types';
import { isObject } from '../model/read.ts';
import type { Resolved, Spec } from '../model/spec.ts';
import { type Found, type Pair, placeOf, say } from './found.ts';
import { isSame } from './same.ts';

type Scheme = Resolved<OpenAPIV3_1.SecuritySchemeObject>;

/** The Security Scheme Object (OpenAPI 3.1, section 4.8.27) of a name, which may be another way to authorise now. */
export function compareScheme(specs: Pair<Spec>, name: string): Found[] {
  const before = specs.base.document.components?.securitySchemes?.[name];
  const now = specs.revision.document.components?.securitySchemes?.[name];
  if (before === undefined || now === undefined) return [];
  const place = placeOf(specs, { revision: now });
  if (!isSame(toSent(before), toSent(now))) {
    return [say(`\`${name}\` is another way to authorise`, true, place)];
  }
  const [earlier, scopes] = [scopesOf(before), scopesOf(now)];
  const lost = earlier.filter((scope) => !scopes.includes(scope));
  const gained = scopes.filter((scope) => !earlier.includes(scope));
  return [
    ...lost.map((scope) => say(`\`${name}\` no longer has the scope ${scope}`, true, place)),
    ...gained.map((scope) => say(`\`${name}\` also has the scope ${scope}`, false, place)),
  ];
}

/**
 * What is sent by a scheme: capitals say nothing in names of headers and of HTTP's schemes (RFC 9110, sections 5.1 and
 * 11.1), and `bearerFormat` is a hint.
 */
function toSent(scheme: Scheme): unknown {
  if (scheme.type === 'http') return { ...scheme, scheme: scheme.scheme.toLowerCase(), bearerFormat: '' };
  if (scheme.type === 'apiKey' && scheme.in === 'header')
    return { ...scheme, name: scheme.name.toLowerCase() };
  if (scheme.type !== 'oauth2') return scheme;
  const flows = Object.entries(scheme.flows).map(([kind, flow]) => [kind, { ...flow, scopes: {} }] as const);
  return { ...scheme, flows: Object.fromEntries(flows) };
}

/** The names of the scopes of each flow; what is said of them is a text. */
function scopesOf(scheme: Scheme): string[] {
  if (scheme.type !== 'oauth2') return [];
  return Object.entries(scheme.flows).flatMap(([kind, flow]) =>
    isObject(flow.scopes) ? Object.keys(flow.scopes).map((scope) => `\`${scope}\` of \`${kind}\``) : [],
  );
}
