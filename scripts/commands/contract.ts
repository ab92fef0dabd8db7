import { join } from 'node:path';
import { endBundling } from '../bundle/runtime.ts';
import { readEnv } from '../config/env.ts';
import { selectRegions, type TargetOptions, toTargets } from '../config/targets.ts';
import { ExitCode } from '../exit-code.ts';
import type { RunResult } from '../model/run-result.ts';
import { readPackage } from '../package.ts';
import { toAnnotations } from '../report/annotations.ts';
import { toHar } from '../report/har.ts';
import { toJunit } from '../report/junit.ts';
import { toResultJson } from '../report/result-json.ts';
import { toSummary } from '../report/summary.ts';
import { toTerminal } from '../report/terminal.ts';
import { createApart } from '../run/apart.ts';
import type { Target } from '../run/region.ts';
import { runRegions } from '../run/run-regions.ts';
import { beThrifty } from '../run/thrift.ts';
import { redact } from '../secrets/redact.ts';
import { UsageError } from '../usage-error.ts';
import { createFolder, writeFiles } from '../write-files.ts';
import { buildFiles } from './build.ts';
import type { World } from './io.ts';
import { startLocalRegions } from './local-regions.ts';
import { openSpec } from './open-spec.ts';
import { type Allowed, toSelection } from './selection.ts';
import { watch } from './watch.ts';

export type ContractOptions = TargetOptions & {
  readonly spec: string;
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
  const opened = await openSpec(options.spec, world);
  const built = opened === undefined ? undefined : await buildFiles(opened, world);
  await endBundling();
  if (opened === undefined || built === undefined) return ExitCode.badSpec;
  const { api, spec } = opened;
  // The text of the files is large, and not needed as long as the rest.
  const { plan, files } = built;
  if (plan.cases.length === 0) {
    world.err(
      `${options.spec}: there is nothing to send, for no operation under \`paths\` can be asked for.`,
    );
    return ExitCode.badSpec;
  }
  const selection = toSelection(plan, files, options.allowed);
  const regions = selectRegions(api, options.regions);
  if (options.reportDir !== undefined) await createFolder(options.reportDir);
  const local = options.simulate ? await startLocalRegions(opened, regions) : undefined;
  try {
    const sent = selection.cases.filter((made) => !selection.skipped.has(made));
    beThrifty(sent.length);
    const where = { ...options, baseUrls: local?.baseUrls ?? options.baseUrls };
    const env = local?.env ?? readEnv(world.env);
    const targets = toTargets(api, sent, where, env, Date.now());
    const watcher = watch(targets, selection, options.quiet, world);
    const interrupted = world.interrupted();
    const way = { runner: createApart(), timeoutMs: options.timeoutMs, onCase: watcher.onCase, interrupted };
    const judging = { ...options, ...way, locate: spec.locate };
    const result = await runRegions(api, plan, selection, targets, judging);
    watcher.stop();
    return await report(redact(result, secretsOf(targets)), options, world);
  } finally {
    await local?.close();
  }
}

function secretsOf(targets: readonly Target[]): string[] {
  return targets.flatMap(({ secrets }) => secrets.map(({ value }) => value));
}

async function report(result: RunResult, { reportDir }: ContractOptions, world: World): Promise<ExitCode> {
  world.out(toTerminal(result, world).trimEnd());
  if (world.env['GITHUB_ACTIONS'] === 'true') for (const line of toAnnotations(result)) world.err(line);
  if (reportDir !== undefined) {
    const { bin, version } = readPackage();
    const files = [
      { name: 'result.json', text: toResultJson(result) },
      { name: 'junit.xml', text: toJunit(result) },
      { name: 'summary.md', text: toSummary(result) },
      { name: 'run.har', text: toHar(result, { name: bin, version }) },
    ];
    await writeFiles(reportDir, files);
    for (const { name } of files) world.err(join(reportDir, name));
  }
  return result.exitCode;
}
