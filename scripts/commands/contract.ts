import { randomUUID } from 'node:crypto';
import { endBundling } from '../bundle/bundle.ts';
import { readEnv } from '../config/env.ts';
import { toSecrets } from '../config/secrets.ts';
import { type TargetOptions, toTargets } from '../config/targets.ts';
import { ExitCode } from '../exit-code.ts';
import type { SpecSource } from '../load/load.ts';
import { mapStrings } from '../map-strings.ts';
import type { Deviation, RunResult } from '../model/run-result.ts';
import { toAnnotations, withAnnotations } from '../report/annotations.ts';
import { createApart } from '../run/apart.ts';
import { runRegions } from '../run/run-regions.ts';
import { beThrifty } from '../run/thrift.ts';
import { UsageError } from '../usage-error.ts';
import { createFolder } from '../write-files.ts';
import { buildSuite, type Suite } from './build-suite.ts';
import {
  compare,
  type EarlierOptions,
  type EarlierRuns,
  readEarlierRuns,
  requireApi,
} from './earlier-runs.ts';
import type { World } from './io.ts';
import { acceptIn, type KnownOptions, readTable, toDeviations } from './known-deviations.ts';
import { type Opened, openSpec, printProblems } from './open-spec.ts';
import { baseUrlsFor, toScope } from './scope.ts';
import type { Allowed } from './selection.ts';
import { findUnsent } from './unsent.ts';
import { watch } from './watch.ts';

export type ContractOptions = TargetOptions &
  EarlierOptions &
  KnownOptions &
  SpecSource & {
    readonly simulate: boolean;
    readonly allowed: Allowed;
    readonly strict: boolean;
    readonly coverageFloor?: number;
    readonly quiet: boolean;
    /** Milliseconds until a request is given up. */
    readonly timeoutMs: number;
    readonly reportDir?: string;
  };

/** Runs the contract suite against all regions at once and tells how they keep the contract. */
export async function contract(options: ContractOptions, world: World): Promise<ExitCode> {
  if (options.simulate && options.baseUrls.length > 0) {
    throw new UsageError('Give --simulate or --base-url, not both.');
  }
  beThrifty();
  const earlier = await readEarlierRuns(options);
  const table = await readTable(options);
  const opened = await openSpec(options, world);
  const suite = opened === undefined ? undefined : await buildSuite(opened, world);
  await endBundling();
  if (opened === undefined || suite === undefined) return ExitCode.badSpec;
  if (suite.plan.cases.length === 0) {
    world.err(
      `${options.spec}: there is nothing to send, for no operation under \`paths\` can be asked for.`,
    );
    return ExitCode.badSpec;
  }
  requireApi(earlier, opened.api);
  const { deviations, problems } = toDeviations(table, opened, suite.plan);
  printProblems(problems, world);
  if (problems.length > 0) return ExitCode.usage;
  return run({ opened, suite, earlier, deviations }, options, world);
}

type Prepared = {
  readonly opened: Opened;
  readonly suite: Suite;
  readonly earlier: EarlierRuns;
  readonly deviations?: readonly Deviation[] | undefined;
};

async function run(
  { opened, suite, earlier, deviations }: Prepared,
  options: ContractOptions,
  world: World,
): Promise<ExitCode> {
  const { api, spec } = opened;
  const scope = toScope({ api, suite, failed: earlier.failed }, options);
  const { selection } = scope;
  const { plan } = suite;
  if (options.reportDir !== undefined) await createFolder(options.reportDir);
  // A run against other regions needs no simulator, which is large.
  const local = options.simulate
    ? await (await import('./local-regions.ts')).startLocalRegions(opened, scope.valued)
    : undefined;
  try {
    const sent = selection.cases.filter((made) => !selection.skipped.has(made));
    const baseUrls = local?.baseUrls ?? baseUrlsFor(scope, options.baseUrls, api);
    const where = { ...options, baseUrls, regions: scope.valued.map(({ name }) => name) };
    const env = local?.env ?? readEnv(world.env);
    world.guard.add(toSecrets(api, env));
    const valued = toTargets(api, sent, where, env, Date.now());
    const targets = valued.filter(({ name }) => scope.regions.includes(name));
    const unsent = findUnsent(scope, targets, world);
    const watcher = watch(targets, selection, options.quiet, world);
    const interrupted = world.interrupted();
    const { redact } = world.guard;
    const { onCase, onWaiting } = watcher;
    const told = { onCase, onWaiting, interrupted };
    const way = { runner: createApart(), timeoutMs: options.timeoutMs, redact, ...told };
    const judging = { ...options, ...way, locate: spec.locate };
    // What an earlier run wrote is without secrets: it can only be compared with what is, too.
    const judged = mapStrings(await runRegions(api, plan, selection, targets, judging), redact);
    watcher.stop();
    const compared = compare(judged, earlier, { unsent, strict: options.strict });
    const result = acceptIn(compared, deviations, { api, plan, ...options });
    // The files that the options name may hold one.
    return await report(mapStrings(result, redact), options, world);
  } finally {
    await local?.close();
  }
}

async function report(result: RunResult, { reportDir }: ContractOptions, world: World): Promise<ExitCode> {
  const { toTerminal } = await import('../report/terminal.ts');
  const text = toTerminal(result, world).trimEnd();
  const isGitHub = world.env['GITHUB_ACTIONS'] === 'true';
  world.out(isGitHub ? withAnnotations(text, toAnnotations(result), randomUUID()) : text);
  if (reportDir === undefined) return result.exitCode;
  const { writeReports } = await import('./reports.ts');
  return writeReports(result, reportDir, world);
}
