import { ExitCode } from '../../base/exit-code.ts';
import { UsageError } from '../../base/usage-error.ts';
import { listOf } from '../../base/words.ts';
import { byRegion, unknownRegion } from '../../config/base-url.ts';
import { selectRegions } from '../../config/targets.ts';
import { openSpec, type SpecOptions } from '../../openapi/open-spec.ts';
import type { Fault } from '../../simulator/faults/fault.ts';
import { faults as catalogue, findFaults } from '../../simulator/faults/faults.ts';
import { localSettings } from '../../simulator/settings.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import type { Context } from '../context.ts';
import { mistakesText, requireSimulator } from './local-regions.ts';
import { settingsText, suiteText } from './settings-text.ts';

/** The options of `simulate`. */
export type SimulateOptions = SpecOptions & {
  readonly regions: readonly string[];
  /** Each is `REGION=PORT`. */
  readonly ports: readonly string[];
  readonly faults: readonly string[];
  /** The regions that show the faults; all running regions if it is empty. */
  readonly faultRegions: readonly string[];
  /** Whether to start nothing and print the list of faults. */
  readonly listFaults: boolean;
};

/** Keeps local regions running until the program is interrupted, and prints how to reach them. */
export async function simulate(options: SimulateOptions, context: Context): Promise<ExitCode> {
  if (options.listFaults) {
    for (const fault of catalogue) context.out(inLine(fault));
    return ExitCode.kept;
  }
  if (options.faultRegions.length > 0 && options.faults.length === 0)
    throw new UsageError('--fault-region needs a fault to show: name one with --fault ID.');
  const shown = findFaults(options.faults);
  const opened = await openSpec(options, context);
  if (opened === undefined) return ExitCode.badSpec;
  const { api, spec } = opened;
  requireSimulator(opened, 'Give the spec that comes with this program, or a version of it.');
  const regions = selectRegions(api, options.regions);
  const names = regions.map(({ name }) => name);
  const given = parsePorts(options.ports, names);
  const faulty =
    options.faultRegions.length === 0
      ? names
      : selectRegions(api, options.faultRegions).map(({ name }) => name);
  const simulator = await startSimulator({
    document: spec.bundle,
    regions: names,
    ports: Object.fromEntries(names.map((name) => [name, given.get(name) ?? localSettings(name).port])),
    faults: Object.fromEntries(faulty.map((name) => [name, options.faults])),
  }).catch((error: unknown) => {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  });
  const running = simulator.regions.flatMap(({ name, url, variables }) => {
    const region = regions.find((candidate) => candidate.name === name);
    return region === undefined ? [] : [{ region, url, variables }];
  });
  for (const one of running) context.out(settingsText(api, one));
  context.out(suiteText(api, running, opened.isOwn ? [] : ['--spec', options.spec]));
  for (const fault of shown) context.out(`Fault in ${listOf(faulty)}: ${inLine(fault)}\n`);
  const interrupted = context.interrupted();
  context.out('Stop with Ctrl-C.');
  await interrupted;
  await simulator.close();
  const mistakes = mistakesText(simulator.mistakes(), spec.file);
  if (mistakes !== undefined) context.err(`warning: ${mistakes}`);
  return ExitCode.kept;
}

function inLine({ id, title }: Fault): string {
  return `${id}: ${title}.`;
}

/** `REGION=PORT` arguments as ports by region. */
function parsePorts(given: readonly string[], regions: readonly string[]): ReadonlyMap<string, number> {
  return byRegion(
    '--port',
    given.map((argument) => {
      const [region = '', text] = argument.split('=');
      const port = Number(text);
      if (text === undefined) throw malformed(argument, 'it has no `=`');
      if (!regions.includes(region)) throw unknownRegion(region, regions);
      if (/^\d+$/.test(text) && port > 0 && port < 65_536) return [region, port];
      throw malformed(argument, 'this is not a port from 1 to 65535');
    }),
  );
}

function malformed(argument: string, reason: string): UsageError {
  return new UsageError(`--port ${argument}: ${reason}. Write --port REGION=PORT.`);
}
