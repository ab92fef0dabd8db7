import type { Api, RateLimit, Tag } from './api.ts';
import { problemsOf } from './problems-of.ts';
import { extension, isObject, stringExtension, toScreamingSnake } from './read.ts';
import type { OperationObject, PathItem, Spec } from './spec.ts';
import { toConsole } from './to-console.ts';
import { toOperation } from './to-operation.ts';
import { type ServerGroup, toRegions, toServerGroup } from './to-servers.ts';
import { toVariables } from './to-variables.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** What the rest of the program works with, from a resolved description. */
export function toApi(spec: Spec): Api {
  const { document } = spec;
  const top = toServerGroup(document.servers ?? [{ url: '/' }], 'base-url');
  const found = placesOf(spec);
  const groups = groupsOf(top, found);
  const operations = found.map((place) => toOperation(spec, { ...place, base: baseOf(groups, top, place) }));
  const limit = rateLimitOf(spec);
  const console = toConsole(extension(document, 'x-console'));
  const bases = [...groups.values()];
  return {
    stem: spec.stem,
    title: document.info.title,
    version: document.info.version,
    description: (document.info.description ?? '').trim(),
    envPrefix: stringExtension(document.info, 'x-env-prefix') ?? toScreamingSnake(document.info.title),
    ...(limit !== undefined && { rateLimit: limit }),
    ...(console !== undefined && { console }),
    regions: toRegions([top, ...bases.filter((group) => group !== top)]),
    tags: tagsOf(
      spec,
      operations.map(({ tag }) => tag),
    ),
    operations,
    variables: toVariables(operations, [top.variable, ...bases.map(({ variable }) => variable)]),
    problems: found.flatMap(({ item, operation }) => problemsOf(spec, item, operation)),
  };
}

type Found = {
  readonly path: string;
  readonly method: string;
  readonly item: PathItem;
  readonly operation: OperationObject;
  readonly servers: NonNullable<OperationObject['servers']> | undefined;
};

/** All operations, in the order of the file. */
function placesOf({ document }: Spec): Found[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method): Found[] => {
      const operation = item?.[method];
      if (item === undefined || operation === undefined) return [];
      return [{ path, method, item, operation, servers: operation.servers ?? item.servers }];
    }),
  );
}

/** Servers of paths and operations, by their content; the fallback names count up: `base-url-2`. */
function groupsOf(top: ServerGroup, found: readonly Found[]): Map<string, ServerGroup> {
  const groups = new Map<string, ServerGroup>();
  for (const { servers } of found) {
    const key = JSON.stringify(servers);
    if (servers === undefined || groups.has(key)) continue;
    groups.set(key, toServerGroup(servers, `${top.variable}-${groups.size + 2}`));
  }
  return groups;
}

function baseOf(groups: ReadonlyMap<string, ServerGroup>, top: ServerGroup, { servers }: Found): string {
  return groups.get(JSON.stringify(servers))?.variable ?? top.variable;
}

function rateLimitOf({ document }: Spec): RateLimit | undefined {
  const limit = extension(document, 'x-rate-limit');
  if (!isObject(limit)) return undefined;
  const { requests, seconds } = limit;
  return typeof requests === 'number' && typeof seconds === 'number' ? { requests, seconds } : undefined;
}

/** The declared tags that are used, in their order, then those that are only used. */
function tagsOf({ document }: Spec, used: readonly string[]): Tag[] {
  const declared = (document.tags ?? []).map(({ name, description }) => ({
    name,
    description: (description ?? '').trim(),
  }));
  const extra = [...new Set(used)].filter(
    (name) => name !== '' && !declared.some((tag) => tag.name === name),
  );
  return [
    ...declared.filter(({ name }) => used.includes(name)),
    ...extra.map((name) => ({ name, description: '' })),
  ];
}
