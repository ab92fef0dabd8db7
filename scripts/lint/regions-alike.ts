import type { Spec } from '../model/spec.ts';
import { joinPointer } from '../pointer.ts';
import type { Problem } from '../problem.ts';
import { reporter } from './rule.ts';
import { regionsOf, type Server, type ServerList, serverLists } from './server-lists.ts';

const report = reporter('regions-alike');

/** Every list of servers has the same regions, and the servers of a list differ by URL only. */
export function regionsAlike(spec: Spec): Problem[] {
  const lists = serverLists(spec);
  const known = lists.map(regionsOf).find((regions) => regions.length > 0) ?? [];
  return lists.flatMap((list) => [
    ...list.servers.flatMap(wrongUrl),
    ...unnamed(list, known),
    ...(regionsOf(list).length === 0 ? [] : [...unlike(list), ...different(list, known)]),
  ]);
}

function wrongUrl({ url, pointer }: Server): Problem[] {
  if (/^https?:\/\/[^/]/.test(url) && !url.endsWith('/')) return [];
  const message = `The URL \`${url}\` must be absolute, with http or https, and have no slash at its end.`;
  return [report(joinPointer(pointer, 'url'), message)];
}

/** A single server without a region serves all regions; several can't be told apart. */
function unnamed({ servers }: ServerList, known: readonly string[]): Problem[] {
  if (known.length === 0 || servers.length === 1) return [];
  const without = servers.filter(({ region }) => region === undefined);
  return without.map(({ pointer }) =>
    report(pointer, 'This server has no region though others have one. Add `x-region`.'),
  );
}

/** What must be the same, or must not, in a server and the first of its list. */
function unlike({ servers }: ServerList): Problem[] {
  return servers.flatMap((server, index): Problem[] => {
    const [first] = servers;
    const before = servers.slice(0, index);
    const wrong = [
      before.some(({ region }) => region === server.region && region !== undefined) &&
        `The region \`${server.region}\` stands twice in this list. Keep one.`,
      before.some(({ url }) => url === server.url) &&
        `The URL \`${server.url}\` stands twice in this list: a region has its own.`,
      server.variable !== first?.variable &&
        'The `x-variable` must be the same in the whole list: it holds the URL of any region.',
      server.variables !== first?.variables &&
        'The server variables must be the same in the whole list: regions differ by URL only.',
    ];
    return wrong.flatMap((message) => (message === false ? [] : [report(server.pointer, message)]));
  });
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
