import { readEnv } from '../../base/env.ts';
import { ExitCode } from '../../base/exit-code.ts';
import { selectRegions, toTargets } from '../../config/targets.ts';
import { type Opened, openSpec, printProblems } from '../../openapi/open-spec.ts';
import type { Fault } from '../../simulator/faults/fault.ts';
import { faults as catalogue, findFaults } from '../../simulator/faults/faults.ts';
import { buildSuite } from '../../suite/build-suite.ts';
import { type Selection, toSelection } from '../../suite/selection.ts';
import type { Context } from '../context.ts';
import { prepareLocalRegions, requireSimulator } from '../simulate/local-regions.ts';
import { type FaultsOptions, inProcesses } from './fault-processes.ts';
import { runHealthy, type Unhealthy } from './healthy-region.ts';
import { toMatrix } from './trial/matrix.ts';
import { type FaultResult, type Started, tryFault } from './trial/trial.ts';

/** Runs the suite against every fault of the simulator. Prints which faults it notices, and by which check. */
export async function faults(options: FaultsOptions, context: Context): Promise<ExitCode> {
  const chosen = choose(options.only);
  const onResult = createReporter(options, chosen.length, context);
  const opened = await openSpec(options, context);
  if (opened === undefined) return ExitCode.badSpec;
  selectRegions(opened.api, []);
  requireSimulator(opened, 'Give the spec that comes with this program, or a version of it.');
  const results =
    options.jobs > 1 && chosen.length > 1
      ? await inProcesses(chosen, options, context, onResult)
      : await inThisProcess(opened, chosen, options, { context, onResult });
  if (typeof results === 'number') return results;
  if (options.json) return ExitCode.kept;
  const { text, problems } = toMatrix(results, options.tier, options.only.length === 0);
  context.out(text);
  for (const problem of problems) context.err(problem);
  return problems.length > 0 ? ExitCode.broken : ExitCode.kept;
}

function choose(only: readonly string[]): readonly Fault[] {
  const named = findFaults(only);
  return only.length === 0 ? catalogue : catalogue.filter((fault) => named.includes(fault));
}

/** Prints a line of JSON for each fault, or the progress. */
function createReporter(
  { json }: FaultsOptions,
  total: number,
  context: Context,
): (result: FaultResult) => void {
  let done = 0;
  return (result) => {
    done += 1;
    if (json) context.out(JSON.stringify(result));
    else if (done % 20 === 0 || done === total) context.err(`${done} of ${total} faults tried`);
  };
}

type Reporting = { readonly context: Context; readonly onResult: (result: FaultResult) => void };

async function inThisProcess(
  opened: Opened,
  chosen: readonly Fault[],
  { tier, allChecks }: FaultsOptions,
  { context, onResult }: Reporting,
): Promise<FaultResult[] | ExitCode> {
  const suite = await buildSuite(opened, context);
  if (suite === undefined) return ExitCode.badSpec;
  const selection = toSelection(suite, { tier, costs: true, unsafe: true, foreignTokens: true });
  const start = createStart(opened, selection, context);
  const names = opened.api.regions.map(({ name }) => name);
  const [first, last] = [names[0], names.at(-1)];
  const healthy = await runHealthy(opened, await start(first), selection);
  if ('problem' in healthy) return refuse(healthy, context);
  // A finding is about a fault only if the same region has no finding without the fault.
  const other = first === last ? healthy : await runHealthy(opened, await start(last), selection);
  if ('problem' in other) return refuse(other, context);
  const results: FaultResult[] = [];
  for (const fault of chosen) {
    const tried = { ...selection, bail: !allChecks };
    const result = await tryFault(fault, tried, healthy, () => start(last, fault));
    onResult(result);
    results.push(result);
  }
  return results;
}

function refuse({ problem, code }: Unhealthy, context: Context): ExitCode {
  printProblems([problem], context);
  return code;
}

type Start = (name: string | undefined, fault?: Fault) => Promise<Started>;

/** Starts all regions, because a fault may show data of another one. The suite runs against one, with the fault. */
function createStart(opened: Opened, { cases, skipped }: Selection, context: Context): Start {
  const { api } = opened;
  const startRegions = prepareLocalRegions(opened);
  const sent = cases.filter((testCase) => !skipped.has(testCase));
  const allowed = { costs: true, unsafe: true, foreignTokens: true };
  return async (name, fault) => {
    const local = await startRegions(api.regions, fault && name ? { [name]: [fault.id] } : {});
    const options = { regions: [], baseUrls: local.baseUrls, windowDays: 7, allowHttp: false, allowed };
    const env = { ...readEnv(context.env), ...local.env };
    const targets = toTargets(api, sent, options, { env, now: Date.now() });
    const target = targets.find((candidate) => candidate.name === name);
    if (target === undefined) throw new Error('The spec has no region to run.');
    const { changes, mistakes } = local.simulator;
    return { target, changes, mistakes, close: local.close };
  };
}
