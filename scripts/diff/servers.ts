import type { Located } from '../model/operations.ts';
import { stringExtension } from '../model/read.ts';
import type { Spec } from '../model/spec.ts';
import { toUrl } from '../model/to-servers.ts';
import { type Found, type Pair, type Place, say } from './found.ts';

type Server = { readonly url: string; readonly place: Place };

/** The servers in force for an operation (OpenAPI 3.1, section 4.8.5), by their region or else their URL. */
export function compareServers(specs: Pair<Spec>, operations: Pair<Located>): Found[] {
  const [before, now] = [
    serversOf(specs.base, operations.base, 'base'),
    serversOf(specs.revision, operations.revision, 'revision'),
  ];
  const gone = [...before].filter(([name]) => !now.has(name));
  return [
    ...gone.map(([name, { place }]) => say(`no longer at \`${name}\``, true, place)),
    ...[...now].flatMap(([name, { url, place }]) => {
      const earlier = before.get(name);
      if (earlier === undefined) return [say(`now also at \`${name}\``, false, place)];
      return earlier.url === url
        ? []
        : [say(`\`${name}\` is at ${url} instead of ${earlier.url}`, true, place)];
    }),
  ];
}

function serversOf(
  spec: Spec,
  { operation, item }: Located,
  written: Place['written'],
): ReadonlyMap<string, Server> {
  const servers = operation.servers ?? item.servers ?? spec.document.servers ?? [];
  return new Map(
    servers.map((server) => {
      const url = toUrl(server);
      return [
        stringExtension(server, 'x-region') ?? url,
        { url, place: { written, pointer: spec.pointerOf(server) } },
      ];
    }),
  );
}
