import type { OpenAPIV3_1 } from 'openapi-types';
import { joinPointer } from '../base/pointer.ts';
import type { Problem } from '../base/problem.ts';
import { isObject, stringExtension, toKebab } from '../base/read.ts';
import { count } from '../base/words.ts';
import type { Region } from './api.ts';
import { fileNameProblem, shownName } from './names.ts';
import type { Resolved } from './spec.ts';
import { isHarmfulUrl, urlProblem } from './url-problem.ts';

type Server = Resolved<OpenAPIV3_1.ServerObject>;

/** The servers of some operations: one URL for each region, in one Postman variable. */
export type ServerGroup = {
  readonly variable: string;
  readonly urls: Readonly<Record<string, string>>;
  /** The paths of relative URLs by region, which a base URL without a path gets. */
  readonly prefixes: Readonly<Record<string, string>>;
  /** Whether each server has an `x-region`; otherwise they are alternatives. */
  readonly marked: boolean;
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
    prefixes: byRegion(toPrefix),
    marked: marked.length > 0,
    descriptions: used.flatMap(({ description }) => description?.trim() || []),
    pointer: first === undefined ? '' : joinPointer(pointerOf(first), 'x-variable'),
    pointers: byRegion((server) => pointerOf(server)),
    problems: [
      ...used.flatMap((server, index) => [
        ...regionProblems(server, names.slice(0, index), pointerOf(server)),
        ...urlProblems(server, pointerOf(server)),
        ...valueProblems(server, pointerOf(server)),
      ]),
      ...servers
        .filter((server) => !used.includes(server))
        .map((server) => unused('has no `x-region`, but others have', pointerOf(server))),
    ],
  };
}

/** The regions of the top-level servers, each with its URL in every group. */
export function toRegions(groups: readonly ServerGroup[]): Region[] {
  const [top] = groups;
  if (top === undefined) return [];
  return Object.keys(top.urls).map((name) => {
    const of = (all: (group: ServerGroup) => Readonly<Record<string, string>>): Record<string, string> =>
      Object.fromEntries(groups.map((group) => [group.variable, all(group)[serverOf(group, name)] ?? '']));
    const prefixes = of((group) => group.prefixes);
    const isRelative = Object.values(prefixes).some((prefix) => prefix !== '');
    return { name, bases: of(({ urls }) => urls), ...(isRelative && { prefixes }) };
  });
}

/** Servers of paths and operations that no region uses, and regions without one of them. */
export function groupProblems(groups: readonly ServerGroup[]): Problem[] {
  const [top, ...others] = groups;
  const regions = Object.keys(top?.urls ?? {});
  return others.flatMap((group) => {
    const found = new Set(regions.map((region) => serverOf(group, region)));
    const rest = Object.keys(group.urls).filter((name) => !found.has(name));
    const missing = regions.filter((region) => !(serverOf(group, region) in group.urls));
    return [
      ...rest.map((name) => unused('belongs to no region of the whole API', group.pointers[name] ?? '')),
      ...missing.map((region) =>
        warning(
          `None of these servers is of the region ${region}: set its base URL with --base-url or in the environment.`,
          Object.values(group.pointers)[0] ?? '',
        ),
      ),
    ];
  });
}

/** The name of a region's server in a group. Without regions the first server serves all. */
function serverOf({ urls, marked }: ServerGroup, region: string): string {
  const [first = '', ...others] = Object.keys(urls);
  return region in urls || (marked && others.length > 0) ? region : first;
}

function warning(message: string, pointer: string): Problem {
  return { code: 'server-url', severity: 'warning', message, pointer };
}

function unused(reason: string, pointer: string): Problem {
  return warning(`This server is not used: it ${reason}.`, pointer);
}

function regionOf(server: Server): string | undefined {
  return stringExtension(server, 'x-region');
}

/** The unique names of the regions. A region without a name gets its server's description, if that is short. */
function regionNames(servers: readonly Server[]): string[] {
  const names: string[] = [];
  for (const [index, server] of servers.entries()) {
    const fallback = servers.length === 1 ? 'default' : (shortName(server) ?? `server-${index + 1}`);
    names.push(regionOf(server) ?? free(fallback, names));
  }
  return names;
}

function shortName({ description }: Server): string | undefined {
  const name = toKebab(description ?? '');
  return name.length <= 20 && fileNameProblem(name) === undefined ? name : undefined;
}

function free(name: string, taken: readonly string[]): string {
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
  const place = joinPointer(pointer, 'url');
  if (isHarmfulUrl(filled)) {
    const message = `The URL of this server can't be used: ${urlProblem(filled)}. Write a URL such as \`https://api.example.com/v1\`.`;
    return [{ code: 'server-url', severity: 'error', message, pointer: place }];
  }
  if (filled.includes('{{')) return [];
  const undefinedPart = /\{[^{}]*\}/.exec(filled)?.[0];
  if (undefinedPart !== undefined)
    return [warning(`\`${undefinedPart}\` has no default in the variables of this server. ${remedy}`, place)];
  if (isAbsolute(filled)) {
    const reason = urlProblem(filled);
    return reason === undefined
      ? []
      : [warning(`The URL of this server can't be used: ${reason}. ${remedy}`, place)];
  }
  const prefix = toPrefix(server);
  const kept = prefix === '' ? '' : ` A base URL without a path gets the path \`${prefix}\`.`;
  if (pointer === '') return [warning(`This spec has no servers. ${remedy}`, '')];
  return [warning(`The URL of this server is relative. ${remedy}${kept}`, place)];
}

const remedy = 'Set the base URL with --base-url or in the environment.';

/** Requests go to the default of each variable (OpenAPI 3.1, section 4.8.6). */
function valueProblems({ variables }: Server, pointer: string): Problem[] {
  return Object.entries(variables ?? {}).flatMap(([name, { enum: values = [], default: used }]) => {
    const others = values.filter((value) => value !== used);
    if (others.length === 0) return [];
    const message = `Requests use the default of ${shownName(name)}, not its ${count(others.length, 'other value')}. Set the base URL with --base-url to use another.`;
    return [warning(message, joinPointer(pointer, 'variables', name))];
  });
}

/** The path of a relative URL, without a slash at the end; empty for an absolute one. */
function toPrefix({ url, variables }: Server): string {
  const filled = fillUrl(url, variables);
  const path = isAbsolute(filled) || /[{}]|^[\\/]{2}/.test(filled) ? '' : filled;
  return URL.canParse(path, 'http://host/') ? new URL(path, 'http://host/').pathname.replace(/\/+$/, '') : '';
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
  return Object.entries(isObject(variables) ? variables : {}).reduce((filled, [name, variable]) => {
    const value = isObject(variable) ? variable.default : undefined;
    return value === undefined ? filled : filled.replaceAll(`{${name}}`, () => String(value));
  }, url);
}
