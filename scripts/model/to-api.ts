import type { Problem } from '../base/problem.ts';
import { extension, isObject, stringExtension, toScreamingSnake } from '../base/read.ts';
import type { Api, Console, RateLimit, Tag } from './api.ts';
import { defaultPrefix } from './env-name.ts';
import { nameProblems } from './name-problems.ts';
import { problemsOf, valueProblems } from './problems-of.ts';
import type { OperationObject, PathItem, Spec } from './spec.ts';
import { toOperation } from './to-operation.ts';
import { groupProblems, type ServerGroup, toRegions, toServerGroup } from './to-servers.ts';
import { toVariables } from './to-variables.ts';
import { unusedParts } from './unused-parts.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/**
 * Builds the model of an API from a resolved spec.
 * @param envPrefix the prefix of environment variables, never chosen by the spec itself (`openapi/env-prefix.ts`)
 */
export function toApi(spec: Spec, envPrefix = defaultPrefix): Api {
  const { document } = spec;
  // OpenAPI 3.1, section 4.8.1.
  const servers = document.servers?.length ? document.servers : [{ url: '/' }];
  const top = toServerGroup(servers, 'base-url', spec.pointerOf);
  const found = placesOf(spec);
  const groups = groupsOf(spec, top, found);
  const operations = found.map((place) => toOperation(spec, { ...place, base: baseOf(groups, top, place) }));
  const limit = rateLimitOf(spec);
  const console = toConsole(extension(document, 'x-console'));
  const bases = [...groups.values()];
  const all = [top, ...bases.filter((group) => group !== top)];
  const regions = toRegions(all);
  const variables = toVariables(operations, all);
  return {
    stem: spec.stem,
    title: document.info.title,
    version: document.info.version,
    description: (document.info.description ?? '').trim(),
    envPrefix,
    statedPrefix: stringExtension(document.info, 'x-env-prefix') ?? toScreamingSnake(document.info.title),
    ...(limit !== undefined && { rateLimit: limit }),
    ...(console !== undefined && { console }),
    regions,
    tags: tagsOf(
      spec,
      operations.map(({ tag }) => tag),
    ),
    operations,
    variables,
    problems: [
      ...all.flatMap(({ problems }) => problems),
      ...groupProblems(all),
      ...nameProblems({ envPrefix, groups: all, operations, regions, variables }),
      ...firstAt([
        ...found.flatMap(({ item, operation }) => problemsOf(spec, item, operation)),
        ...operations.flatMap(valueProblems),
      ]),
      ...unusedParts(
        spec,
        found.map(({ operation }) => operation),
      ),
    ],
  };
}

/** The first problem of each kind at each place: operations share parts. */
function firstAt(problems: readonly Problem[]): Problem[] {
  const byPlace = new Map(problems.toReversed().map((one) => [`${one.code} ${one.pointer}`, one]));
  return problems.filter((one) => byPlace.get(`${one.code} ${one.pointer}`) === one);
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
      return [
        {
          path,
          method,
          item,
          operation,
          servers: [operation.servers, item.servers].find((own) => own?.length),
        },
      ];
    }),
  );
}

/** The servers of paths and operations, by their content. The fallback names are numbered: `base-url-2`. */
function groupsOf({ pointerOf }: Spec, top: ServerGroup, found: readonly Found[]): Map<string, ServerGroup> {
  const groups = new Map<string, ServerGroup>();
  for (const { servers } of found) {
    const key = JSON.stringify(servers);
    if (servers === undefined || groups.has(key)) continue;
    groups.set(key, toServerGroup(servers, `${top.variable}-${groups.size + 2}`, pointerOf));
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

/** The declared tags that operations use, in their order, then those that are not declared. */
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

/** The console that `x-console` describes. Malformed parts are left out; the linter reports them. */
function toConsole(extension: unknown): Console | undefined {
  if (!isObject(extension)) return undefined;
  const regions = Object.entries(isObject(extension.regions) ? extension.regions : {});
  const hosts = regions.flatMap(([region, entry]) => {
    const url = textOf(entry, 'url');
    return URL.canParse(url) ? [[region, new URL(url).host] as const] : [];
  });
  const pages = Array.isArray(extension.pages) ? extension.pages : [];
  const paths = pages.map((page) => textOf(page, 'path')).filter((path) => path !== '');
  return hosts.length === 0 || paths.length === 0 ? undefined : { hosts: Object.fromEntries(hosts), paths };
}

function textOf(entry: unknown, key: string): string {
  const value = isObject(entry) ? entry[key] : undefined;
  return typeof value === 'string' ? value : '';
}
