import type { Tier } from '../cases/select.ts';
import { readEnv } from '../config/env.ts';
import { toTargets } from '../config/targets.ts';
import { ExitCode } from '../exit-code.ts';
import type { Kill } from '../faults/kill.ts';
import { toMatrix } from '../faults/matrix.ts';
import { type Healthy, hereAndNow, type Started, tryFault } from '../faults/trial.ts';
import type { SpecSource } from '../load/load.ts';
import { runRegion, type Selection } from '../run/region.ts';
import type { Fault } from '../simulator/faults/fault.ts';
import { faults as catalogue, findFaults } from '../simulator/faults/faults.ts';
import { buildSuite } from './build-suite.ts';
import { inProcesses } from './fault-processes.ts';
import type { World } from './io.ts';
import { prepareLocalRegions, type StartLocalRegions } from './local-regions.ts';
import { type Opened, openSpec } from './open-spec.ts';
import { toSelection } from './selection.ts';

export type FaultsOptions = SpecSource & {
  /** Ids; all faults where none is named. */
  readonly only: readonly string[];
  readonly tier: Tier;
  readonly jobs: number;
  readonly json: boolean;
  /** Goes on after the first check that fails, to name all that catch a fault. */
  readonly allChecks: boolean;
};

/** Runs the suite against every fault of the simulator and prints which of them it catches, and by which check. */
export async function faults(options: FaultsOptions, world: World): Promise<ExitCode> {
  const chosen = choose(options.only);
  const onKill = createTeller(options, chosen.length, world);
  const kills =
    options.jobs > 1 && chosen.length > 1
      ? await inProcesses(chosen, options, onKill)
      : await inThisProcess(chosen, options, world, onKill);
  if (kills === undefined) return ExitCode.badSpec;
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
function createTeller({ json }: FaultsOptions, total: number, world: World): (kill: Kill) => void {
  let done = 0;
  return (kill) => {
    done += 1;
    if (json) world.out(JSON.stringify(kill));
    else if (done % 20 === 0 || done === total) world.err(`${done} of ${total} faults tried`);
  };
}

async function inThisProcess(
  chosen: readonly Fault[],
  { tier, allChecks, ...source }: FaultsOptions,
  world: World,
  onKill: (kill: Kill) => void,
): Promise<Kill[] | undefined> {
  const opened = await openSpec(source, world);
  const suite = opened === undefined ? undefined : await buildSuite(opened, world);
  if (opened === undefined || suite === undefined) return undefined;
  const selection = toSelection(suite, { tier, costs: true, unsafe: true });
  const startRegions = prepareLocalRegions(opened);
  const start =
    (faulty: string | undefined) =>
    (fault: Fault | undefined): Promise<Started> =>
      startRegion(opened, startRegions, selection, world, faulty, fault);
  const [first, ...others] = opened.api.regions.map(({ name }) => name);
  const healthy = await runHealthy(opened, await start(first)(undefined), selection);
  const kills: Kill[] = [];
  for (const fault of chosen) {
    const tried = { ...selection, bail: !allChecks };
    const kill = await tryFault(fault, tried, healthy, start(others.at(-1) ?? first));
    onKill(kill);
    kills.push(kill);
  }
  return kills;
}

/** Only what is found in no healthy region can be about a fault. */
async function runHealthy(
  { api }: Opened,
  { target, close }: Started,
  selection: Selection,
): Promise<Healthy> {
  const { cases } = await runRegion(target, selection, hereAndNow);
  await close();
  const wrong = cases.find(({ verdict }) => verdict !== 'passed' && verdict !== 'skipped');
  if (wrong === undefined) return { operations: api.operations, target, cases };
  const said = wrong.outcomes.find(({ verdict }) => verdict !== 'passed')?.message ?? wrong.reason;
  throw new Error(`The healthy simulator is not green: ${wrong.operationId} ${wrong.case}: ${said}`);
}

/** All regions are started, for a fault may show another one's data; one of them is run, with the fault. */
async function startRegion(
  { api }: Opened,
  startRegions: StartLocalRegions,
  { cases, skipped }: Selection,
  world: World,
  name: string | undefined,
  fault: Fault | undefined,
): Promise<Started> {
  const local = await startRegions(api.regions, fault && name ? { [name]: [fault.id] } : {});
  const sent = cases.filter((made) => !skipped.has(made));
  const options = {
    regions: [],
    baseUrls: local.baseUrls,
    windowDays: 7,
    allowed: { costs: true, unsafe: true },
  };
  const targets = toTargets(api, sent, options, { ...readEnv(world.env), ...local.env }, Date.now());
  const target = targets.find((candidate) => candidate.name === name);
  if (target === undefined) throw new Error('The description has no region to run.');
  const { changes, mistakes } = local.simulator;
  return { target, changes, mistakes, close: local.close };
}
