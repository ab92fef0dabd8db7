import { envName } from '../../scripts/model/env-name.ts';
import { toApi } from '../../scripts/model/to-api.ts';
import { load } from '../../scripts/openapi/load/load.ts';
import {
  prepareSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../../scripts/simulator/simulator.ts';

const specFile = 'spec/rivery.openapi.yaml';

export type Local = {
  readonly simulator: Simulator;
  /** `--base-url` arguments for every region. */
  readonly baseUrls: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

const preparing = prepare();

async function prepare() {
  const { spec } = await load(specFile);
  if (spec === undefined) throw new Error('the description does not load');
  return { api: toApi(spec, 'RIVERY'), start: prepareSimulator(spec.bundle) };
}

/** Simulated regions, and what a caller of `contract --base-url` needs to reach them. */
export async function startLocal(options: Partial<Omit<SimulatorOptions, 'document'>> = {}): Promise<Local> {
  const { api, start } = await preparing;
  const simulator = await start({ regions: ['us', 'eu'], ...options });
  const env = simulator.regions.flatMap(({ name, variables }) =>
    Object.entries(variables).map(([key, value]) => [envName(api, { name }, key), value] as const),
  );
  const baseUrls = simulator.regions.flatMap(({ name, url }) => ['--base-url', `${name}=${url}`]);
  return { simulator, baseUrls, env: Object.fromEntries(env) };
}
