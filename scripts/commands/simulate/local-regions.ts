import type { Env } from '../../base/env.ts';
import { UsageError } from '../../base/usage-error.ts';
import { listOf } from '../../base/words.ts';
import type { Region } from '../../model/api.ts';
import { envName } from '../../model/env-name.ts';
import type { Opened } from '../../openapi/open-spec.ts';
import { unknownOperations } from '../../simulator/settings.ts';
import { prepareSimulator, type Simulator } from '../../simulator/simulator.ts';

/** Simulated regions, with the base URLs and environment variables that a run needs. */
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

/** @throws UsageError for the spec of another API, if the simulator does not know all its operations */
export function requireSimulator({ spec }: Opened, remedy: string): void {
  const unknown = unknownOperations(spec.bundle);
  if (unknown.length === 0) return;
  const more = unknown.length > 3 ? [`${unknown.length - 3} more`] : [];
  const names = listOf([...unknown.slice(0, 3).map((id) => `\`${id}\``), ...more]);
  throw new UsageError(
    `There is no simulator for ${spec.file}: the local regions do not know the operations ${names}. ${remedy}`,
  );
}

/** How the local regions broke the spec, in one line; `undefined` if they did not. */
export function mistakesText(mistakes: readonly string[], file: string): string | undefined {
  const [first] = mistakes;
  if (first === undefined) return undefined;
  const more = mistakes.length > 1 ? ` (and ${mistakes.length - 1} more)` : '';
  return `The local regions do not keep ${file}: ${first.split('\n')[0]}${more}. They are made for the spec that comes with this program. Correct the spec, or change the simulator in scripts/simulator to match it.`;
}

/** Like `startLocalRegions`, but compiles the spec once for many starts. */
export function prepareLocalRegions({ spec, api }: Opened): StartLocalRegions {
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
