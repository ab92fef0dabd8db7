import type { Env } from '../base/env.ts';
import type { Api, Region } from '../model/api.ts';
import { envName } from '../model/env-name.ts';
import { isLoopback, withoutSlash } from './base-url.ts';

/** The base URLs of a region by variable: `override` for all, else from the environment, else from the spec. */
export function toBases(
  api: Api,
  region: Region,
  env: Env,
  override: string | undefined,
): Readonly<Record<string, string>> {
  const entries = Object.entries(region.bases).map(([name, described]) => {
    const given = env[envName(api, region, name)]?.trim() ?? '';
    return [name, override ?? withoutSlash(given === '' ? described : given)] as const;
  });
  return Object.fromEntries(entries);
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
