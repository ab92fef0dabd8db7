import type { Env } from '../config/env.ts';
import type { Region } from '../model/api.ts';
import { envName } from '../model/env-name.ts';
import { canSimulate } from '../simulator/settings.ts';
import { prepareSimulator, type Simulator } from '../simulator/simulator.ts';
import { UsageError } from '../usage-error.ts';
import type { Opened } from './open-spec.ts';

/** Simulated regions as the caller would set them up: base URLs and environment variables. */
export type LocalRegions = {
  readonly baseUrls: readonly string[];
  readonly env: Env;
  readonly simulator: Simulator;
  readonly close: () => Promise<void>;
};

/** Starts the regions, with faults by region. */
export type StartLocalRegions = (
  regions: readonly Region[],
  faults: Readonly<Record<string, readonly string[]>>,
) => Promise<LocalRegions>;

/** Starts a simulator for the regions, each on a free port of this machine. */
export function startLocalRegions(opened: Opened, regions: readonly Region[]): Promise<LocalRegions> {
  return prepareLocalRegions(opened)(regions, {});
}

/** The same for many starts. */
export function prepareLocalRegions({ spec, api }: Opened): StartLocalRegions {
  if (!canSimulate(spec.bundle)) {
    throw new UsageError('There is no simulator for this API. Give its servers with --base-url REGION=URL.');
  }
  const start = prepareSimulator(spec.bundle);
  return async (regions, faults) => {
    const names = regions.map(({ name }) => name);
    const simulator = await start({ regions: names, faults });
    const env = simulator.regions.flatMap(({ name, variables }) => {
      const region = regions.find((candidate) => candidate.name === name);
      if (region === undefined) return [];
      return Object.entries(variables).map(([key, value]) => [envName(api, region, key), value] as const);
    });
    return {
      baseUrls: simulator.regions.map(({ name, url }) => `${name}=${url}`),
      env: Object.fromEntries(env),
      simulator,
      close: () => simulator.close(),
    };
  };
}
