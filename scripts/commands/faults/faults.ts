import { readEnv } from '../../base/env.ts';
import { ExitCode } from '../../base/exit-code.ts';
import { selectRegions, toTargets } from '../../config/targets.ts';
import { type Opened, openSpec, printProblems } from '../../openapi/open-spec.ts';
import type { Fault } from '../../simulator/faults/fault.ts';
import { faults as catalogue, findFaults } from '../../simulator/faults/faults.ts';
import { buildSuite } from '../../suite/build-suite.ts';
import { type Selection, toSelection } from '../../suite/selection.ts';
import type { Context } from '../context.ts';
import { prepareLocalRegions, requireSimulator, type StartLocalRegions } from '../simulate/local-regions.ts';
import { type FaultsOptions, inProcesses } from './fault-processes.ts';
import { runHealthy, type Unhealthy } from './healthy-region.ts';
import type { FaultResult } from './trial/fault-result.ts';
import { toMatrix } from './trial/matrix.ts';
import { type Started, tryFault } from './trial/trial.ts';

/** Runs the suite against every fault of the simulator and prints which of them it catches, and by which check. */
export async function faults(options: FaultsOptions, world: Context): Promise<ExitCode> {
  const chosen = choose(options.only);
  const onKill = createTeller(options, chosen.length, world);
  const opened = await openSpec(options, world);
  if (opened === undefined) return ExitCode.badSpec;
  selectRegions(opened.api, []);
  requireSimulator(opened, 'Give the spec that comes with this program, or a version of it.');
  const kills =
    options.jobs > 1 && chosen.length > 1
      ? await inProcesses(chosen, options, world, onKill)
      : await inThisProcess(opened, chosen, options, { world, onKill });
  if (typeof kills === 'number') return kills;
  if (options.json) return ExitCode.kept;
  const { text, problems } = toMatrix(kills, options.tier, options.only.length === 0);
  world.out(text);
  for (const problem of problems) world.err(problem);
  return problems.length > 0 ? ExitCode.broken : ExitCode.kept;
}

function choose(only: readonly string[]): readonly Fault[] {
  const named = findFaults(only);
  return only.length === 0 ? catalogue : catalogue.filter((fault) => named.includes(fault));
}

/** A line of JSON for each fault, or how far it is. */
function createTeller({ json }: FaultsOptions, total: number, world: Context): (kill: FaultResult) => void {
  let done = 0;
  return (kill) => {
    done += 1;
    if (json) world.out(JSON.stringify(kill));
    else if (done % 20 === 0 || done === total) world.err(`${done} of ${total} faults tried`);
  };
}

type Reporting = { readonly world: Context; readonly onKill: (kill: FaultResult) => void };

async function inThisProcess(
  opened: Opened,
  chosen: readonly Fault[],
  { tier, allChecks }: FaultsOptions,
  { world, onKill }: Reporting,
): Promise<FaultResult[] | ExitCode> {
  const suite = await buildSuite(opened, world);
  if (suite === undefined) return ExitCode.badSpec;
  const selection = toSelection(suite, { tier, costs: true, unsafe: true, foreignTokens: true });
  const startRegions = prepareLocalRegions(opened);
  const start =
    (faulty: string | undefined) =>
    (fault: Fault | undefined): Promise<Started> =>
      startRegion(opened, startRegions, selection, world, faulty, fault);
  const names = opened.api.regions.map(({ name }) => name);
  const [first, last] = [names[0], names.at(-1)];
  const healthy = await runHealthy(opened, await start(first)(undefined), selection);
  if ('problem' in healthy) return refuse(healthy, world);
  // A finding is about a fault only if the region that shows it has none without.
  const other = first === last ? healthy : await runHealthy(opened, await start(last)(undefined), selection);
  if ('problem' in other) return refuse(other, world);
  const kills: FaultResult[] = [];
  for (const fault of chosen) {
    const tried = { ...selection, bail: !allChecks };
    const kill = await tryFault(fault, tried, healthy, start(last));
    onKill(kill);
    kills.push(kill);
  }
  return kills;
}

function refuse({ problem, code }: Unhealthy, world: Context): ExitCode {
  printProblems([problem], world);
  return code;
}

/** All regions are started, for a fault may show another one's data; one of them is run, with the fault. */
async function startRegion(
  { api }: Opened,
  startRegions: StartLocalRegions,
  { cases, skipped }: Selection,
  world: Context,
  name: string | undefined,
  fault: Fault | undefined,
): Promise<Started> {
  const local = await startRegions(api.regions, fault && name ? { [name]: [fault.id] } : {});
  const sent = cases.filter((testCase) => !skipped.has(testCase));
  const options = {
    regions: [],
    baseUrls: local.baseUrls,
    windowDays: 7,
    allowHttp: false,
    allowed: { costs: true, unsafe: true, foreignTokens: true },
  };
  const targets = toTargets(api, sent, options, { ...readEnv(world.env), ...local.env }, Date.now());
  const target = targets.find((candidate) => candidate.name === name);
  if (target === undefined) throw new Error('The description has no region to run.');
  const { changes, mistakes } = local.simulator;
  return { target, changes, mistakes, close: local.close };
}
