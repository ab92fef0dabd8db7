import type { OpenAPIV3_1 } from 'openapi-types';
import { joinPointer } from '../base/pointer.ts';
import type { Problem } from '../base/problem.ts';
import { isObject, stringExtension, toKebab } from '../base/read.ts';
import type { Region } from './api.ts';
import { fileNameProblem, shownName } from './names.ts';
import type { Resolved } from './spec.ts';
import { isHarmfulUrl, urlProblem } from './url-problem.ts';

type Server = Resolved<OpenAPIV3_1.ServerObject>;

/** The servers of some operations: one URL for each region, in one Postman variable. */
export type ServerGroup = {
  readonly variable: string;
  readonly urls: Readonly<Record<string, string>>;
  /** The descriptions of the servers, in their order. */
  readonly descriptions: readonly string[];
  /** The pointer of the first server, and of each region's server. */
  readonly pointer: string;
  readonly pointers: Readonly<Record<string, string>>;
  /** Problems with the names of the regions and with the URLs. */
  readonly problems: readonly Problem[];
};

/**
 * A Server Object list (OpenAPI 3.1, section 4.8.5) as URLs by region.
 * @param fallback the variable's name if no server has an `x-variable`
 */
export function toServerGroup(
  servers: readonly Server[],
  fallback: string,
  pointerOf: (server: Server) => string,
): ServerGroup {
  const marked = servers.filter((server) => regionOf(server) !== undefined);
  const used = marked.length > 0 ? marked : servers;
  const names = regionNames(used);
  const byRegion = <T>(toValue: (server: Server) => T): Record<string, T> =>
    Object.fromEntries(used.map((server, index) => [names[index] ?? '', toValue(server)]));
  const first = used.find((server) => stringExtension(server, 'x-variable') !== undefined);
  return {
    variable: (first && stringExtension(first, 'x-variable')) ?? fallback,
    urls: byRegion(toUrl),
    descriptions: used.flatMap(({ description }) => description?.trim() || []),
    pointer: first === undefined ? '' : joinPointer(pointerOf(first), 'x-variable'),
    pointers: byRegion((server) => pointerOf(server)),
    problems: used.flatMap((server, index) => [
      ...regionProblems(server, names.slice(0, index), pointerOf(server)),
      ...urlProblems(server, pointerOf(server)),
    ]),
  };
}

/** The regions of the top-level servers, each with its URL in every group. */
export function toRegions(groups: readonly ServerGroup[]): Region[] {
  const [top] = groups;
  if (top === undefined) return [];
  return Object.keys(top.urls).map((name) => ({
    name,
    bases: Object.fromEntries(groups.map((group) => [group.variable, group.urls[name] ?? only(group) ?? ''])),
  }));
}

/** A single server without a region serves all regions. */
function only(group: ServerGroup): string | undefined {
  const urls = Object.values(group.urls);
  return urls.length === 1 ? urls[0] : undefined;
}

function regionOf(server: Server): string | undefined {
  return stringExtension(server, 'x-region');
}

/** The unique names of the regions. A region without a name gets its server's description, if that is short. */
function regionNames(servers: readonly Server[]): string[] {
  const names: string[] = [];
  for (const [index, server] of servers.entries()) {
    const fallback = servers.length === 1 ? 'default' : (shortName(server) ?? `server-${index + 1}`);
    names.push(regionOf(server) ?? unused(fallback, names));
  }
  return names;
}

function shortName({ description }: Server): string | undefined {
  const name = toKebab(description ?? '');
  return name.length <= 20 && fileNameProblem(name) === undefined ? name : undefined;
}

function unused(name: string, taken: readonly string[]): string {
  let candidate = name;
  for (let number = 2; taken.includes(candidate); number += 1) candidate = `${name}-${number}`;
  return candidate;
}

/** A region's name becomes part of file names and environment variables, and must be unique in its list. */
function regionProblems(server: Server, before: readonly string[], pointer: string): Problem[] {
  const name = regionOf(server);
  if (name === undefined) return [];
  const problem = (message: string): Problem[] => [
    { code: 'region-name', severity: 'error', message, pointer: joinPointer(pointer, 'x-region') },
  ];
  const reason = fileNameProblem(name);
  if (reason !== undefined) return problem(`The region ${shownName(name)} can't have this name: ${reason}.`);
  return before.includes(name)
    ? problem(`The region ${shownName(name)} is in this list twice. Rename or remove one of its servers.`)
    : [];
}

/**
 * Reports a URL that no request can be sent to. A harmful URL is an error; for others the user must provide a base URL.
 * The rule `no-stray-variable` reports `{{`.
 */
function urlProblems(server: Server, pointer: string): Problem[] {
  const filled = fillUrl(server.url, server.variables);
  const harmful = isHarmfulUrl(filled);
  const needsBaseUrl = !isAbsolute(filled) || /[{}]/.test(filled);
  const reason = harmful || !needsBaseUrl ? urlProblem(filled) : undefined;
  if (reason === undefined) return [];
  const remedy = harmful
    ? 'Write a URL such as `https://api.example.com/v1`.'
    : 'Set another one with --base-url.';
  const message = `The URL of this server can't be used: ${reason}. ${remedy}`;
  const severity = harmful ? 'error' : 'warning';
  return [{ code: 'server-url', severity, message, pointer: joinPointer(pointer, 'url') }];
}

/** The URL without a trailing slash. Empty if the user must provide it, because it is relative or can't be used. */
function toUrl(server: Server): string {
  const filled = fillUrl(server.url, server.variables);
  return /[{}]/.test(filled) || urlProblem(filled) !== undefined ? '' : filled.replace(/\/+$/, '');
}

/** Whether a URL begins with a scheme (RFC 3986, section 3.1). */
function isAbsolute(url: string): boolean {
  return /^\s*[a-z][a-z\d+.-]*:/i.test(url);
}

/** A server's URL with the defaults of its variables. */
export function fillUrl(url: string, variables: unknown): string {
  return Object.entries(isObject(variables) ? variables : {}).reduce(
    (filled, [name, variable]) =>
      filled.replaceAll(`{${name}}`, () => String(isObject(variable) ? variable.default : '')),
    url,
  );
}
