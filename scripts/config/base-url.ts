import type { Env } from '../base/env.ts';
import { UsageError } from '../base/usage-error.ts';
import type { Api, Region } from '../model/api.ts';
import { envName } from '../model/env-name.ts';
import { urlProblem } from '../model/url-problem.ts';

/** `REGION=URL` arguments as URLs by region, without trailing slashes. */
export function parseBaseUrls(
  given: readonly string[],
  regions: readonly string[],
): ReadonlyMap<string, string> {
  return byRegion(
    '--base-url',
    given.map((argument) => {
      const [region = '', ...rest] = argument.split('=');
      if (rest.length === 0) throw malformed(argument, 'it has no `=`');
      if (!regions.includes(region)) throw unknownRegion(region, regions);
      return [region, parseUrl(argument, rest.join('='))];
    }),
  );
}

/** @throws UsageError if a region has two values */
export function byRegion<T>(
  option: string,
  entries: readonly (readonly [string, T])[],
): ReadonlyMap<string, T> {
  const names = entries.map(([region]) => region);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageError(`${option} is given twice for \`${twice}\`. Give it once.`);
  return new Map(entries);
}

export function unknownRegion(region: string, regions: readonly string[]): UsageError {
  return new UsageError(`There is no region \`${region}\`. The regions are ${regions.join(', ')}.`);
}

/** Whether requests to this URL stay on this machine. */
export function isLoopback(url: string): boolean {
  return URL.canParse(url) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}

function parseUrl(argument: string, text: string): string {
  const problem = urlProblem(text);
  if (problem !== undefined) throw malformed(argument, problem);
  return withoutSlash(text);
}

export function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

/** Leaves out what may contain credentials: a query, a fragment, or the whole URL if it has an `@`. */
function malformed(argument: string, reason: string): UsageError {
  const shown = argument.includes('@') ? `${argument.split('=')[0]}=…` : argument.replace(/[?#].*/s, '…');
  return new UsageError(`--base-url ${shown}: ${reason}. Write --base-url REGION=https://host/path.`);
}

/** The base URLs of a region by variable: `override` for all, else from the environment, else from the spec. */
export function toBases(
  api: Api,
  region: Region,
  env: Env,
  override: string | undefined,
): Readonly<Record<string, string>> {
  const entries = Object.entries(region.bases).map(([name, described]) => {
    const given = env[envName(api, region, name)]?.trim() ?? '';
    const own = override ?? withoutSlash(given);
    return [name, own === '' ? withoutSlash(described) : withPrefix(own, region.prefixes?.[name])] as const;
  });
  return Object.fromEntries(entries);
}

/** Adds the path of a relative server to a base URL that has none. */
function withPrefix(url: string, prefix = ''): string {
  return /^[^/]*\/\/[^/]*$/.test(url) ? url + prefix : url;
}

/** Whether every request to these regions stays on this machine. */
export function areLocal(
  api: Api,
  regions: readonly Region[],
  env: Env,
  overrides: ReadonlyMap<string, string>,
): boolean {
  return regions.every((region) =>
    Object.values(toBases(api, region, env, overrides.get(region.name))).every(isLoopback),
  );
}
