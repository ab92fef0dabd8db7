import type { OpenAPIV3_1 } from 'openapi-types';
import { isObject } from '../../../base/read.ts';
import type { OperationObject, Resolved, Spec } from '../../../model/spec.ts';
import type { ChangeRule } from './change-rules.ts';
import { type FoundChange, placeOf, plainChange } from './found-change.ts';
import { lostAndGained, type Pair } from './pair.ts';
import { isSame } from './same.ts';

type Requirement = Readonly<Record<string, readonly string[]>>;

/** Compares Security Requirement Objects (OpenAPI 3.1, section 4.8.30): a client that met one must still meet one. */
export function compareSecurity(specs: Pair<Spec>, { base, revision }: Pair<OperationObject>): FoundChange[] {
  const before = requirements(specs.base, base).map((own) =>
    Object.fromEntries(Object.entries(own).map(([name, scopes]) => [renamed(specs, name), scopes])),
  );
  const now = requirements(specs.revision, revision);
  const lost = before.filter((own) => !now.some((wanted) => meets(own, wanted)));
  const gained = now.filter((wanted) => !before.some((own) => meets(wanted, own)));
  const holder = revision.security === undefined ? specs.revision.document : revision;
  const place = placeOf(specs, { revision: holder }, 'security');
  const used = new Set(now.flatMap((requirement) => Object.keys(requirement)));
  const wanted = (name: string): string[] => before.flatMap((own) => own[name] ?? []);
  const wereEnough = `${lost.length > 1 ? 'were' : 'was'} enough before`;
  const less = `requires ${named(now)}; ${named(lost)} ${wereEnough}`;
  const more = `now also accepts ${named(gained)}`;
  return [
    ...(lost.length > 0 ? [plainChange('security-narrowed', less, place)] : []),
    ...(lost.length === 0 && gained.length > 0 ? [plainChange('security-widened', more, place)] : []),
    ...[...used].flatMap((name) => compareScheme(specs, name, wanted(name))),
  ];
}

/** No requirements mean that no credentials are required, the same as an empty one. */
function requirements({ document }: Spec, { security }: OperationObject): readonly Requirement[] {
  const all = security ?? document.security ?? [];
  return all.length === 0 ? [{}] : all;
}

/** Whether credentials that satisfy `own` also satisfy `wanted`. */
function meets(own: Requirement, wanted: Requirement): boolean {
  return Object.entries(wanted).every(
    ([name, scopes]) => scopes.every((scope) => own[name]?.includes(scope)) && name in own,
  );
}

function named(all: readonly Requirement[]): string {
  return all
    .map((requirement) => Object.entries(requirement).map(toText).join(' and ') || 'no credentials')
    .join(' or ');
}

function toText([name, scopes]: readonly [string, readonly string[]]): string {
  return scopes.length === 0 ? `\`${name}\`` : `\`${name}\` with ${scopes.join(', ')}`;
}

type Scheme = Resolved<OpenAPIV3_1.SecuritySchemeObject>;

/**
 * Compares the Security Scheme Objects with a name (OpenAPI 3.1, section 4.8.27).
 * @param wanted the scopes that were required: clients do not use others
 */
function compareScheme(specs: Pair<Spec>, name: string, wanted: readonly string[]): FoundChange[] {
  const before = schemeOf(specs.base, name);
  const now = schemeOf(specs.revision, name);
  if (before === undefined || now === undefined) return [];
  const place = placeOf(specs, { revision: now });
  if (!isSame(toSent(before), toSent(now, before))) {
    return [plainChange('security-scheme-changed', `\`${name}\` is another way to authorise`, place)];
  }
  const [earlier, flows] = [flowsOf(before), flowsOf(now)];
  const ruleOf = (scope: string): ChangeRule =>
    wanted.includes(scope) ? 'security-scope-removed' : 'security-scope-removed-unused';
  const added = Object.keys(flows).filter((kind) => !(kind in earlier));
  return [
    ...added.map((kind) =>
      plainChange('security-flow-added', `\`${name}\` also has the flow \`${kind}\``, place),
    ),
    ...Object.keys(earlier).flatMap((kind) => {
      const { lost, gained } = lostAndGained(scopesOf(earlier[kind]), scopesOf(flows[kind]));
      const describe = (verb: string, scope: string): string =>
        `\`${name}\` ${verb} the scope \`${scope}\` of \`${kind}\``;
      return [
        ...lost.map((scope) => plainChange(ruleOf(scope), describe('no longer has', scope), place)),
        ...gained.map((scope) => plainChange('security-scope-added', describe('also has', scope), place)),
      ];
    }),
  ];
}

/** The name of a scheme in the new spec: the same name, or else that of a new scheme with the same content. */
function renamed({ base, revision }: Pair<Spec>, name: string): string {
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
