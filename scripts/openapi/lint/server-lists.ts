import { joinPointer } from '../../base/pointer.ts';
import { isObject, stringExtension } from '../../base/read.ts';
import type { Spec } from '../../model/spec.ts';
import { writtenParts } from './parts.ts';

/** A `servers` list of the document, a path or an operation (OpenAPI 3.1, section 4.8.5). */
export type ServerList = { readonly pointer: string; readonly servers: readonly Server[] };

export type Server = {
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
