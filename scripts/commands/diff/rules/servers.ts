import type { OpenAPIV3_1 } from 'openapi-types';
import { stringExtension } from '../../../base/read.ts';
import type { Located } from '../../../model/operations.ts';
import type { Resolved, Spec } from '../../../model/spec.ts';
import { type FoundChange, keyChanges, placeOf, plainChange } from './found-change.ts';
import { both, compareByKey, lostAndGained, match, type Pair } from './pair.ts';
import { quote } from './parts.ts';

type ServerObject = Resolved<OpenAPIV3_1.ServerObject>;
type Variable = NonNullable<ServerObject['variables']>[string];

/** The servers in force for an operation (OpenAPI 3.1, section 4.8.5), by their region or else their URL. */
export function compareServers(specs: Pair<Spec>, operations: Pair<Located>): FoundChange[] {
  const before = serversOf(specs.base, operations.base);
  const now = serversOf(specs.revision, operations.revision);
  const { pairs, gone, added } = match(before, now, [
    (base, revision) => nameOf(base) === nameOf(revision),
    (base, revision) => urlOf(base) === urlOf(revision),
  ]);
  return [
    ...gone.map((base) =>
      plainChange('server-removed', `no longer at \`${nameOf(base)}\``, placeOf(specs, { base })),
    ),
    ...added.map((revision) =>
      plainChange('server-added', `now also at \`${nameOf(revision)}\``, placeOf(specs, { revision })),
    ),
    ...pairs.flatMap((pair) => compareServer(specs, pair)),
  ];
}

/** Without servers, there is one with the URL `/` (section 4.8.1). */
function serversOf({ document }: Spec, { operation, item }: Located): readonly ServerObject[] {
  const servers = operation.servers ?? item.servers ?? document.servers ?? [];
  return servers.length === 0 ? [{ url: '/' }] : servers;
}

function nameOf(server: ServerObject): string {
  return stringExtension(server, 'x-region') ?? withoutSlash(server.url);
}

/** The URL with its variables at their defaults. */
function urlOf({ url, variables = {} }: ServerObject): string {
  return withoutSlash(
    Object.entries(variables).reduce(
      (filled, [name, variable]) => filled.replaceAll(`{${name}}`, variable.default),
      url,
    ),
  );
}

/** A path follows, so a trailing slash makes no difference. */
function withoutSlash(url: string): string {
  return url.replace(/(?<=.)\/+$/, '');
}

/** A client with the earlier URL still works if the variables may have their earlier values. */
function compareServer(specs: Pair<Spec>, { base, revision }: Pair<ServerObject>): FoundChange[] {
  const name = nameOf(revision);
  const [before, now] = [urlOf(base), urlOf(revision)];
  const isOther = before !== now && withoutSlash(base.url) !== withoutSlash(revision.url);
  const text = `\`${name}\` is at ${now} instead of ${before}`;
  const own = (variable: string): string => `\`${variable}\` of the server \`${name}\``;
  return [
    ...(isOther ? [plainChange('server-url-changed', text, placeOf(specs, { revision }))] : []),
    ...compareByKey(both({ base, revision }, variablesOf), {
      gone: (one, key) =>
        plainChange(
          one.enum?.length === 1 ? 'server-variable-removed-constant' : 'server-variable-removed',
          `${own(key)} is gone`,
          placeOf(specs, { base: one }),
        ),
      added: (one, key) =>
        plainChange('server-variable-added', `${own(key)} is new`, placeOf(specs, { revision: one })),
      changed: (pair, key) => compareVariable(specs, pair, own(key)),
    }),
  ];
}

function variablesOf({ variables = {} }: ServerObject): ReadonlyMap<string, Variable> {
  return new Map(Object.entries(variables));
}

/** Compares Server Variable Objects (section 4.8.6). Without an `enum` a variable takes any value. */
function compareVariable(specs: Pair<Spec>, pair: Pair<Variable>, name: string): FoundChange[] {
  const { base, revision } = pair;
  const [before, now] = [base.enum, revision.enum];
  const { lost, gained } = before && now ? lostAndGained(before, now) : { lost: [], gained: [] };
  // What was meant by leaving it out can still be said where it is a value of the `enum`.
  const isStillTaken = now?.includes(base.default) === true;
  const other = `${quote(revision.default)} instead of ${quote(base.default)}`;
  return keyChanges(specs, pair, [
    before === undefined &&
      now !== undefined && ['enum', `${name} takes only ${quoteAll(now)}`, 'server-variable-restricted'],
    before !== undefined &&
      now === undefined && ['enum', `${name} takes any value`, 'server-variable-unrestricted'],
    lost.length > 0 && ['enum', `${name} no longer takes ${quoteAll(lost)}`, 'server-variable-value-removed'],
    gained.length > 0 && ['enum', `${name} also takes ${quoteAll(gained)}`, 'server-variable-value-added'],
    base.default !== revision.default && [
      'default',
      `${name} has default ${other}`,
      isStillTaken ? 'server-variable-default-changed' : 'server-variable-default-lost',
    ],
  ]);
}

function quoteAll(values: readonly string[]): string {
  return values.map(quote).join(', ');
}
