import { envName } from '../../scripts/config/env.ts';
import { load } from '../../scripts/load/load.ts';
import { toApi } from '../../scripts/model/to-api.ts';
import { type Simulator, startSimulator } from '../../scripts/simulator/simulator.ts';

const specFile = 'spec/rivery.openapi.yaml';

export type Local = {
  readonly simulator: Simulator;
  /** `--base-url` arguments for every region. */
  readonly baseUrls: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

/** Simulated regions, and what a caller of `contract --base-url` needs to reach them. */
export async function startLocal(
  faults: Readonly<Record<string, readonly string[]>> = {},
  seed = 0,
): Promise<Local> {
  const { spec } = await load(specFile);
  if (spec === undefined) throw new Error('the description does not load');
  const api = toApi(spec);
  const simulator = await startSimulator({ document: spec.bundle, regions: ['us', 'eu'], faults, seed });
  const env = simulator.regions.flatMap(({ name, variables }) =>
    Object.entries(variables).map(([key, value]) => [envName(api, { name, bases: {} }, key), value] as const),
  );
  const baseUrls = simulator.regions.flatMap(({ name, url }) => ['--base-url', `${name}=${url}`]);
  return { simulator, baseUrls, env: Object.fromEntries(env) };
}
