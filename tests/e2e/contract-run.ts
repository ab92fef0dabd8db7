import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunResult } from '../../scripts/model/run-result.ts';
import type { Runner } from '../../scripts/run/job.ts';
import type { SimulatorOptions } from '../../scripts/simulator/simulator.ts';
import { type Called, call } from './call.ts';
import { type Local, startLocal } from './local.ts';

export type Ran = Called & {
  readonly result: RunResult;
  readonly junit: string;
  readonly summary: string;
  readonly html: string;
  /** The path of its `result.json`. */
  readonly file: string;
};

/** Runs `contract` against local regions and reads what it wrote. */
export async function runContract(
  local: Local,
  args: readonly string[],
  env: Readonly<Record<string, string>> = local.env,
  runner?: Runner,
): Promise<Ran> {
  const reportDir = mkdtempSync(join(tmpdir(), 'contract-'));
  const called = await call(['contract', '--quiet', '--report-dir', reportDir, ...args], env, {
    ...(runner && { runner }),
  });
  const read = (name: string): string => readFileSync(join(reportDir, name), 'utf8');
  const result: RunResult = JSON.parse(read('result.json'));
  const [junit = '', summary = '', html = ''] = ['junit.xml', 'summary.md', 'report.html'].map(read);
  return { ...called, result, junit, summary, html, file: join(reportDir, 'result.json') };
}

/** The same against regions that are started for it, with faults by region. */
export async function runWithFaults(
  faults: SimulatorOptions['faults'] & object,
  args: readonly string[] = [],
  runner?: Runner,
): Promise<Ran> {
  const local = await startLocal({ faults });
  return runContract(local, [...local.baseUrls, ...args], local.env, runner).finally(() =>
    local.simulator.close(),
  );
}
