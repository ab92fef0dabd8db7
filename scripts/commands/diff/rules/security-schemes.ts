import type { OpenAPIV3_1 } from 'openapi-types';
import { isObject } from '../../../base/read.ts';
import type { Resolved, Spec } from '../../../model/spec.ts';
import { type FoundChange, type Pair, placeOf, plainChange } from './found-change.ts';
import { isSame } from './same.ts';

type Scheme = Resolved<OpenAPIV3_1.SecuritySchemeObject>;

/**
 * Compares the Security Scheme Objects with a name (OpenAPI 3.1, section 4.8.27).
 * @param wanted the scopes that were required: clients do not use others
 */
export function compareScheme(specs: Pair<Spec>, name: string, wanted: readonly string[]): FoundChange[] {
  const before = schemeOf(specs.base, name);
  const now = schemeOf(specs.revision, name);
  if (before === undefined || now === undefined) return [];
  const place = placeOf(specs, { revision: now });
  if (!isSame(toSent(before), toSent(now, before))) {
    return [plainChange(`\`${name}\` is another way to authorise`, true, place)];
  }
  const [earlier, flows] = [flowsOf(before), flowsOf(now)];
  const added = Object.keys(flows).filter((kind) => !(kind in earlier));
  return [
    ...added.map((kind) => plainChange(`\`${name}\` also has the flow \`${kind}\``, false, place)),
    ...Object.keys(earlier).flatMap((kind) => {
      const [had, has] = [scopesOf(earlier[kind]), scopesOf(flows[kind])];
      const lost = had.filter((scope) => !has.includes(scope));
      const gained = has.filter((scope) => !had.includes(scope));
      const of = (scope: string): string => `the scope \`${scope}\` of \`${kind}\``;
      return [
        ...lost.map((scope) =>
          plainChange(`\`${name}\` no longer has ${of(scope)}`, wanted.includes(scope), place),
        ),
        ...gained.map((scope) => plainChange(`\`${name}\` also has ${of(scope)}`, false, place)),
      ];
    }),
  ];
}

/** The name of a scheme in the new spec: the same name, or else that of a new scheme with the same content. */
export function renamed({ base, revision }: Pair<Spec>, name: string): string {
  const scheme = schemeOf(base, name);
  if (scheme === undefined || schemeOf(revision, name) !== undefined) return name;
  const others = Object.keys(revision.document.components?.securitySchemes ?? {});
  const same = others.find(
    (other) => schemeOf(base, other) === undefined && isSame(scheme, schemeOf(revision, other)),
  );
  return same ?? name;
}

function schemeOf({ document }: Spec, name: string): Scheme | undefined {
  return document.components?.securitySchemes?.[name];
}

/**
 * The part of a scheme that affects requests. Names of headers and of HTTP authentication schemes are case-insensitive
 * (RFC 9110, sections 5.1 and 11.1), and `bearerFormat` is a hint.
 * @param before the earlier scheme: nobody uses the flows that it did not have
 */
function toSent(scheme: Scheme, before = scheme): unknown {
  if (scheme.type === 'http') return { ...scheme, scheme: scheme.scheme.toLowerCase(), bearerFormat: '' };
  if (scheme.type === 'apiKey' && scheme.in === 'header')
    return { ...scheme, name: scheme.name.toLowerCase() };
  if (scheme.type !== 'oauth2') return scheme;
  const earlier = flowsOf(before);
  const flows = Object.entries(flowsOf(scheme)).flatMap(([kind, flow]) => {
    const old = earlier[kind];
    if (old === undefined) return [];
    return [[kind, { ...flow, refreshUrl: old.refreshUrl && flow.refreshUrl, scopes: {} }] as const];
  });
  return { ...scheme, flows: Object.fromEntries(flows) };
}

type Flow = { readonly refreshUrl?: string; readonly scopes?: unknown };

function flowsOf(scheme: Scheme): Readonly<Record<string, Flow>> {
  if (scheme.type !== 'oauth2') return {};
  return Object.fromEntries(Object.entries(scheme.flows).filter(([kind]) => !kind.startsWith('x-')));
}

/** The names of the scopes of a flow; their values are texts. */
function scopesOf(flow: Flow | undefined): string[] {
  return isObject(flow?.scopes) ? Object.keys(flow.scopes) : [];
}
