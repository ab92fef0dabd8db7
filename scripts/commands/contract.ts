import { join } from 'node:path';
import { readEnv } from '../config/env.ts';
import { selectRegions, type TargetOptions, toTargets } from '../config/targets.ts';
import { ExitCode } from '../exit-code.ts';
import type { RunResult } from '../model/run-result.ts';
import { guardVariable } from '../postman/environment.ts';
import { announce } from '../report/announce.ts';
import { toJunit } from '../report/junit.ts';
import { createProgress } from '../report/progress.ts';
import { redact } from '../report/redact.ts';
import { toResultJson } from '../report/result-json.ts';
import { toTerminal } from '../report/terminal.ts';
import type { Selection, Target } from '../run/region.ts';
import { runRegions } from '../run/run-regions.ts';
import { UsageError } from '../usage-error.ts';
import { writeFiles } from '../write-files.ts';
import { buildFiles } from './build.ts';
import type { Io, Terminal } from './io.ts';
import { startLocalRegions } from './local-regions.ts';
import { openSpec } from './open-spec.ts';
import { type Allowed, toSelection } from './selection.ts';

export type ContractOptions = TargetOptions & {
  readonly spec: string;
  readonly simulate: boolean;
  readonly allowed: Allowed;
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly reportDir?: string;
};

/** Runs the contract suite against all regions at once and tells how they keep the contract. */
export async function contract(options: ContractOptions, io: Io, terminal: Terminal): Promise<ExitCode> {
  if (options.simulate && options.baseUrls.length > 0)
    throw new UsageError('Give --simulate or --base-url, not both.');
  const opened = await openSpec(options.spec, io);
  const built = opened === undefined ? undefined : await buildFiles(opened, io);
  if (opened === undefined || built === undefined) return ExitCode.badSpec;
  const { api, spec } = opened;
  const selection = toSelection(built.plan, built.files, options.allowed);
  const regions = selectRegions(api, options.regions);
  const local = options.simulate ? await startLocalRegions(opened, regions) : undefined;
  try {
    const sent = selection.cases.filter((made) => !selection.skipped.has(made));
    const where = { ...options, baseUrls: local?.baseUrls ?? options.baseUrls };
    const targets = toTargets(api, sent, where, local?.env ?? readEnv(process.env), Date.now()).map(
      (target) => ({
        ...target,
        variables: { ...target.variables, [guardVariable]: String(options.allowed.costs) },
      }),
    );
    const watcher = watch(targets, selection, options, io, terminal);
    const result = await runRegions(api, built.plan, selection, targets, {
      strict: options.strict,
      locate: spec.locate,
      onCase: (done) => watcher.advance(done.region, done.verdict === 'failed' ? 1 : 0),
    });
    watcher.stop();
    const secrets = targets.flatMap((target) => target.secrets.map(({ value }) => value));
    return await report(redact(result, secrets), options, io, terminal);
  } finally {
    await local?.close();
  }
}

/** Says what will be sent, and shows how far it is. */
function watch(
  targets: readonly Target[],
  { cases, skipped }: Selection,
  { quiet }: ContractOptions,
  io: Io,
  { progress }: Terminal,
): ReturnType<typeof createProgress> {
  if (quiet) return { advance: () => undefined, stop: () => undefined };
  const requests = cases.length - skipped.size;
  const planned = targets.map((target) => ({ ...target, requests, skipped: skipped.size }));
  for (const line of announce(planned)) io.err(line);
  return createProgress(
    targets.map(({ name }) => ({ name, total: requests })),
    progress,
  );
}

async function report(
  result: RunResult,
  { reportDir }: ContractOptions,
  io: Io,
  terminal: Terminal,
): Promise<ExitCode> {
  io.out(toTerminal(result, terminal).trimEnd());
  if (reportDir !== undefined) {
    const files = [
      { name: 'result.json', text: toResultJson(result) },
      { name: 'junit.xml', text: toJunit(result) },
    ];
    await writeFiles(reportDir, files);
    for (const { name } of files) io.err(join(reportDir, name));
  }
  return result.exitCode;
}
