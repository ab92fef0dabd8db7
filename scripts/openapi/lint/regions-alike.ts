import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import { isObject, stringExtension } from '../../base/read.ts';
import type { Spec } from '../../model/spec.ts';
import { type SpecPart, writtenParts } from './parts.ts';
import { reporter } from './rule.ts';

const code = 'regions-alike';
const report = reporter(code);
const warn = reporter(code, 'warning');

/** The name of a region is a string, and all lists of servers have the same regions. */
export function regionsAlike(spec: Spec): Problem[] {
  const malformed = writtenParts(spec).flatMap(wrongRegion);
  if (malformed.length > 0) return malformed;
  const lists = serverLists(spec);
  const known = lists.map(regionsOf).find((regions) => regions.length > 0) ?? [];
  return lists.flatMap((list) => [
    ...unnamed(list, known),
    ...(regionsOf(list).length === 0 ? [] : [...unlikeInExtensions(list), ...different(list, known)]),
  ]);
}

/** The servers of a list differ by URL only, and a path can be written after each URL. */
export function serversAlike(spec: Spec): Problem[] {
  return serverLists(spec).flatMap((list) => [
    ...list.servers.flatMap(wrongUrl),
    ...(regionsOf(list).length === 0 ? [] : unlikeInUrls(list)),
  ]);
}

function wrongRegion({ kind, node, pointer }: SpecPart): Problem[] {
  if (!('x-region' in node)) return [];
  const at = joinPointer(pointer, 'x-region');
  if (kind !== 'server') return [warn(at, '`x-region` means nothing here. Put it on a server.')];
  const name = node['x-region'];
  // `model/names.ts` checks which strings are valid names.
  if (typeof name === 'string') return [];
  return [report(at, `${JSON.stringify(name)} can't be the name of a region. Write a text, such as \`us\`.`)];
}

function wrongUrl({ url, pointer }: Server): Problem[] {
  if (/^https?:\/\/[^/]/.test(url) && !url.endsWith('/')) return [];
  const message = `The URL \`${url}\` must be absolute, with http or https, and have no slash at its end.`;
  return [report(joinPointer(pointer, 'url'), message)];
}

/** A single server may have no region, because it serves all of them. */
function unnamed({ servers }: ServerList, known: readonly string[]): Problem[] {
  if (known.length === 0 || servers.length === 1) return [];
  const without = servers.filter(({ region }) => region === undefined);
  return without.map(({ pointer }) =>
    report(pointer, 'This server has no region though others have one. Add `x-region`.'),
  );
}

function unlikeInExtensions(list: ServerList): Problem[] {
  return compareServers(list, (server, before, first) => [
    before.some(({ region }) => region === server.region && region !== undefined) &&
      `The region \`${server.region}\` is in this list twice. Keep one.`,
    server.variable !== first.variable &&
      'The `x-variable` must be the same in the whole list: it holds the URL of any region.',
  ]);
}

function unlikeInUrls(list: ServerList): Problem[] {
  return compareServers(list, (server, before, first) => [
    before.some(({ url }) => url === server.url) &&
      `The URL \`${server.url}\` is in this list twice. Each region needs its own.`,
    server.variables !== first.variables &&
      'The server variables must be the same in the whole list: regions differ by URL only.',
  ]);
}

/** Compares each server with those before it, and with the first one. */
function compareServers(
  { servers }: ServerList,
  wrongIn: (server: Server, before: readonly Server[], first: Server) => (string | false)[],
): Problem[] {
  return servers.flatMap((server, index) =>
    wrongIn(server, servers.slice(0, index), servers[0] ?? server).flatMap((message) =>
      message === false ? [] : [report(server.pointer, message)],
    ),
  );
}

function different(list: ServerList, known: readonly string[]): Problem[] {
  const own = regionsOf(list);
  const lacks = known.filter((region) => !own.includes(region));
  const adds = own.filter((region) => !known.includes(region));
  return [
    ...lacks.map((region) => report(list.pointer, `The region \`${region}\` is missing. Add its server.`)),
    ...adds.map((region) =>
      report(list.pointer, `The region \`${region}\` is in no other list. Add it there or remove it here.`),
    ),
  ];
}

/** A `servers` list of the document, a path or an operation (OpenAPI 3.1, section 4.8.5). */
type ServerList = { readonly pointer: string; readonly servers: readonly Server[] };

type Server = {
  readonly pointer: string;
  readonly url: string;
  readonly region: string | undefined;
  readonly variable: string | undefined;
  /** The server variables as text, for comparison. */
  readonly variables: string;
};

/** All lists of servers, in the order of the file. */
export function serverLists(spec: Spec): ServerList[] {
  return writtenParts(spec).flatMap(({ node, pointer }): ServerList[] => {
    if (!Array.isArray(node.servers)) return [];
    const at = joinPointer(pointer, 'servers');
    const servers = node.servers.filter(isObject);
    return [
      { pointer: at, servers: servers.map((server, index) => toServer(server, joinPointer(at, index))) },
    ];
  });
}

/** The regions of a list that have a name. */
export function regionsOf({ servers }: ServerList): string[] {
  return servers.flatMap(({ region }) => region ?? []);
}

function toServer(node: Readonly<Record<string, unknown>>, pointer: string): Server {
  return {
    pointer,
    url: String(node.url),
    region: stringExtension(node, 'x-region'),
    variable: stringExtension(node, 'x-variable'),
    variables: JSON.stringify(node.variables ?? {}),
  };
}
