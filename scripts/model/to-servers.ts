import type { OpenAPIV3_1 } from 'openapi-types';
import type { Region } from './api.ts';
import { stringExtension, toKebab } from './read.ts';
import type { Resolved } from './spec.ts';

type Server = Resolved<OpenAPIV3_1.ServerObject>;

/** Servers in force for some operations: one URL for each region, in one Postman variable. */
export type ServerGroup = {
  readonly variable: string;
  readonly urls: Readonly<Record<string, string>>;
  /** What the spec says about the servers, in their order. */
  readonly descriptions: readonly string[];
};

/**
 * A Server Object list (OpenAPI 3.1, section 4.8.5) as URLs by region.
 * @param fallback the variable's name where no server has an `x-variable`
 */
export function toServerGroup(servers: readonly Server[], fallback: string): ServerGroup {
  const marked = servers.filter((server) => stringExtension(server, 'x-region') !== undefined);
  const used = marked.length > 0 ? marked : servers;
  const named = used.map((server, index) => [regionName(server, index, used.length), toUrl(server)] as const);
  const variable = used.map((server) => stringExtension(server, 'x-variable')).find(Boolean);
  const descriptions = used.flatMap(({ description }) => description?.trim() || []);
  return { variable: variable ?? fallback, urls: Object.fromEntries(named), descriptions };
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

/** A single server without a region serves all of them. */
function only(group: ServerGroup): string | undefined {
  const urls = Object.values(group.urls);
  return urls.length === 1 ? urls[0] : undefined;
}

function regionName(server: Server, index: number, count: number): string {
  const described = toKebab(server.description ?? '');
  const short = described !== '' && described.length <= 20 ? described : undefined;
  const fallback = count === 1 ? 'default' : `server-${index + 1}`;
  return stringExtension(server, 'x-region') ?? (count === 1 ? fallback : (short ?? fallback));
}

/** The URL with its variables at their defaults and without the slash at its end. */
function toUrl(server: Server): string {
  const filled = Object.entries(server.variables ?? {}).reduce(
    (url, [name, variable]) => url.replaceAll(`{${name}}`, variable.default),
    server.url,
  );
  return /^https?:\/\//.test(filled) ? filled.replace(/\/+$/, '') : '';
}
