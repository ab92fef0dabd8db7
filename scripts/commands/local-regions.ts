import { type Env, envName } from '../config/env.ts';
import type { Region } from '../model/api.ts';
import { canSimulate } from '../simulator/settings.ts';
import { startSimulator } from '../simulator/simulator.ts';
import { UsageError } from '../usage-error.ts';
import type { Opened } from './open-spec.ts';

/** Simulated regions as the caller would set them up: base URLs and environment variables. */
export type LocalRegions = {
  readonly baseUrls: readonly string[];
  readonly env: Env;
  readonly close: () => Promise<void>;
};

/** Starts a simulator for the regions, each on a free port of this machine. */
export async function startLocalRegions(
  { spec, api }: Opened,
  regions: readonly Region[],
): Promise<LocalRegions> {
  if (!canSimulate(spec.bundle)) {
    throw new UsageError('There is no simulator for this API. Give its servers with --base-url REGION=URL.');
  }
  const simulator = await startSimulator({ document: spec.bundle, regions: regions.map(({ name }) => name) });
  const env = simulator.regions.flatMap(({ name, variables }) => {
    const region = regions.find((candidate) => candidate.name === name);
    if (region === undefined) return [];
    return Object.entries(variables).map(([key, value]) => [envName(api, region, key), value] as const);
  });
  return {
    baseUrls: simulator.regions.map(({ name, url }) => `${name}=${url}`),
    env: Object.fromEntries(env),
    close: () => simulator.close(),
  };
}
