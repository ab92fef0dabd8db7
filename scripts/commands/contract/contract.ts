import { randomUUID } from 'node:crypto';
import { type Env, readEnv } from '../../base/env.ts';
import { ExitCode } from '../../base/exit-code.ts';
import { mapStrings } from '../../base/map-strings.ts';
import { UsageError } from '../../base/usage-error.ts';
import type { Case } from '../../cases/case.ts';
import type { Plan } from '../../cases/plan.ts';
import { areLocal, parseBaseUrls } from '../../config/base-url.ts';
import { toDestinations, toSendings } from '../../config/destinations.ts';
import { shownSecrets, toSecrets } from '../../config/secrets.ts';
import type { Target } from '../../config/target.ts';
import { selectRegions, type TargetOptions, toTargets } from '../../config/targets.ts';
import { createFolder } from '../../io/write-files.ts';
import { judge, type Known } from '../../judge/judge.ts';
import type { Api } from '../../model/api.ts';
import type { Deviation, RunResult } from '../../model/run-result.ts';
import { prefixAdvice } from '../../openapi/env-prefix.ts';
import { type Opened, openSpec, printProblems, type SpecOptions } from '../../openapi/open-spec.ts';
import { toAnnotations, withAnnotations } from '../../report/annotations.ts';
import { destinations } from '../../report/destinations.ts';
import { createPaint } from '../../report/terminal/paint.ts';
import { toTerminal } from '../../report/terminal.ts';
import { toView } from '../../report/view.ts';
import { saveMemory } from '../../run/child-runner.ts';
import { runRegions } from '../../run/region.ts';
import { buildSuite } from '../../suite/build-suite.ts';
import { endBundling } from '../../suite/checks/bundle.ts';
import { type Allowed, type Suite, skipReasons } from '../../suite/selection.ts';
import type { Context } from '../context.ts';
import { type KnownOptions, readTable, toDeviations } from './known-table.ts';
import { type EarlierOptions, type EarlierRuns, readEarlierRuns, requireApi } from './result-file.ts';
import { baseUrlsFor, findUnsent, toScope } from './scope.ts';
import { watch } from './watch.ts';

export type ContractOptions = TargetOptions &
  EarlierOptions &
  KnownOptions &
  SpecOptions & {
    readonly simulate: boolean;
    readonly allowed: Allowed;
    readonly strict: boolean;
    readonly coverageFloor?: number;
    readonly quiet: boolean;
    /** A request is given up after this many milliseconds. */
    readonly timeoutMs: number;
    readonly reportDir?: string;
  };

/** Runs the contract suite against all regions at once and reports how they keep the contract. */
export async function contract(options: ContractOptions, context: Context): Promise<ExitCode> {
  if (options.simulate && options.baseUrls.length > 0) {
    throw new UsageError('Give --simulate or --base-url, not both.');
  }
  saveMemory();
  const earlier = await readEarlierRuns(options);
  const table = await readTable(options);
  const opened = await openSpec(options, context);
  const suite = opened === undefined ? undefined : await buildSuite(opened, context);
  await endBundling();
  if (opened === undefined || suite === undefined) return ExitCode.badSpec;
  if (suite.plan.cases.length === 0) {
    context.err(
      `${options.spec}: there is nothing to send, because no operation under \`paths\` can be requested.`,
    );
    return ExitCode.badSpec;
  }
  requireApi(earlier, opened.api);
  const { deviations, problems } = toDeviations(table, opened, suite.plan);
  printProblems(problems, context);
  if (problems.length > 0) return ExitCode.usage;
  return run({ opened, suite, earlier, deviations }, options, context);
}

type Prepared = {
  readonly opened: Opened;
  readonly suite: Suite;
  readonly earlier: EarlierRuns;
  readonly deviations?: readonly Deviation[] | undefined;
};

async function run(
  { opened, suite, earlier, deviations }: Prepared,
  given: ContractOptions,
  context: Context,
): Promise<ExitCode> {
  const { api, spec } = opened;
  const ownEnv = given.simulate ? {} : readEnv(context.env);
  const advice = prefixAdvice(api, ownEnv);
  if (advice !== undefined) context.err(`warning: ${advice}`);
  const options = { ...given, allowed: allowedIn(api, given, ownEnv) };
  const scope = toScope({ api, suite, failed: earlier.failed }, options);
  const { selection } = scope;
  const { plan } = suite;
  if (options.reportDir !== undefined) await createFolder(options.reportDir);
  // The simulator is large, so it is loaded only for local regions.
  const regions = options.simulate ? await import('../simulate/local-regions.ts') : undefined;
  regions?.requireSimulator(opened, 'Leave out --simulate, or give its servers with --base-url REGION=URL.');
  const local = await regions?.startLocalRegions(opened, scope.valued);
  try {
    const sent = selection.cases.filter((testCase) => !selection.skipped.has(testCase));
    const baseUrls = local?.baseUrls ?? baseUrlsFor(scope, options.baseUrls, api);
    const where = { ...options, baseUrls, regions: scope.valued.map(({ name }) => name) };
    const env = local?.env ?? ownEnv;
    context.guard.add(toSecrets(api, env));
    for (const text of shownSecrets(api, env)) context.err(`warning: ${text}`);
    const valued = toTargets(api, sent, where, { env, now: Date.now() });
    const targets = valued.filter(({ name }) => scope.regions.includes(name));
    const rerun = findUnsent(scope, targets, context);
    if (!options.quiet || !opened.isOwn) printDestinations(api, sent, targets, context);
    const watcher = watch(targets, selection, options.quiet, context);
    const interrupted = context.interrupted();
    const { redact } = context.guard;
    const { runner } = context;
    const way = { runner, timeoutMs: options.timeoutMs, redact, ...watcher, interrupted };
    const records = await runRegions(selection, targets, way);
    watcher.stop();
    const mistakes = regions?.mistakesText(local?.simulator.mistakes() ?? [], spec.file);
    if (mistakes !== undefined) context.err(`warning: ${mistakes}`);
    const result = judge(records, {
      ...{ api, plan, locate: spec.locate, redact },
      ...{ strict: options.strict, coverageFloor: options.coverageFloor },
      baseline: earlier.baseline?.earlier,
      rerun,
      known: toKnown(deviations, plan, options),
    });
    // Redacted again, because files that the options name may contain a secret.
    return await report(mapStrings(result, redact), options, context);
  } finally {
    await local?.close();
  }
}

/** The table, and the test cases that even a full run with the same permissions would not send. */
function toKnown(
  deviations: readonly Deviation[] | undefined,
  plan: Plan,
  { allowed }: Pick<ContractOptions, 'allowed'>,
): Known | undefined {
  if (deviations === undefined) return undefined;
  const today = new Date().toISOString().slice(0, 10);
  return { deviations, never: skipReasons(plan, { ...allowed, tier: 'full' }), today };
}

/** Where requests go, and which variables' values go there. Printed for a spec that is not ours even with `--quiet`. */
function printDestinations(
  api: Api,
  sent: readonly Case[],
  targets: readonly Target[],
  context: Context,
): void {
  const page = { width: context.width, paint: createPaint(false) };
  const all = toSendings(api, targets).flatMap((sending) => toDestinations(api, sent, sending));
  for (const line of destinations(page, all)) context.err(line);
}

/** The allowed requests. Foreign tokens are allowed if all regions are on this machine. */
function allowedIn(api: Api, { allowed, regions, baseUrls }: ContractOptions, env: Env): Allowed {
  const selected = selectRegions(api, regions);
  const overrides = parseBaseUrls(
    baseUrls,
    selected.map(({ name }) => name),
  );
  return { ...allowed, foreignTokens: allowed.foreignTokens || areLocal(api, selected, env, overrides) };
}

async function report(
  result: RunResult,
  { reportDir }: ContractOptions,
  context: Context,
): Promise<ExitCode> {
  const view = toView(result);
  const text = toTerminal(view, context).trimEnd();
  const isGitHub = context.env['GITHUB_ACTIONS'] === 'true';
  const commands = isGitHub ? withAnnotations(text, toAnnotations(view), randomUUID()) : undefined;
  context.out(commands ?? text, { colours: context.colour, commands: isGitHub });
  if (reportDir === undefined) return result.exitCode;
  const { writeReports } = await import('./reports.ts');
  return writeReports(result, view, reportDir, context);
}
