import { selectRegions } from '../config/targets.ts';
import { ExitCode } from '../exit-code.ts';
import { canSimulate, localSettings } from '../simulator/settings.ts';
import { startSimulator } from '../simulator/simulator.ts';
import { UsageError } from '../usage-error.ts';
import type { World } from './io.ts';
import { openSpec } from './open-spec.ts';
import { parsePorts } from './ports.ts';
import { settingsText } from './settings-text.ts';

export type SimulateOptions = {
  readonly spec: string;
  readonly regions: readonly string[];
  /** `REGION=PORT`, each. */
  readonly ports: readonly string[];
  readonly faults: readonly string[];
  /** The regions that show the faults; all of them where none is named. */
  readonly faultRegions: readonly string[];
};

/** Keeps local regions running until the program is interrupted, and prints how to reach them. */
export async function simulate(options: SimulateOptions, world: World): Promise<ExitCode> {
  const opened = await openSpec(options.spec, world);
  if (opened === undefined) return ExitCode.badSpec;
  const { api, spec } = opened;
  if (!canSimulate(spec.bundle)) throw new UsageError('There is no simulator for this API.');
  const regions = selectRegions(api, options.regions);
  const names = regions.map(({ name }) => name);
  const given = parsePorts(options.ports, names);
  const faulty = selectRegions(api, options.faultRegions).map(({ name }) => name);
  const simulator = await startSimulator({
    document: spec.bundle,
    regions: names,
    ports: Object.fromEntries(names.map((name) => [name, given.get(name) ?? localSettings(name).port])),
    faults: Object.fromEntries(faulty.map((name) => [name, options.faults])),
  }).catch((error: unknown) => {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  });
  for (const { name, url, variables } of simulator.regions) {
    const region = regions.find((candidate) => candidate.name === name);
    if (region !== undefined) world.out(settingsText(api, region, url, variables));
  }
  world.out('Stop with Ctrl-C.');
  await world.interrupted();
  await simulator.close();
  return ExitCode.kept;
}
