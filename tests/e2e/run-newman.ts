import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type NewmanRun = {
  readonly status: number;
  readonly requests: number;
  readonly assertions: number;
  /** The messages of all failures. */
  readonly failures: readonly string[];
  /** Where each failure is: the id of the item, and the name of the test where it is one. */
  readonly failed: readonly { readonly item: string; readonly test: string | undefined }[];
  /** What newman's `cli` reporter prints. */
  readonly out: string;
};

/** What newman's json reporter writes, as far as it is read here. */
type Report = {
  readonly run: {
    readonly stats: {
      readonly requests: { readonly total: number };
      readonly assertions: { readonly total: number };
    };
    readonly failures: readonly {
      readonly error: { readonly message: string; readonly test?: string };
      readonly source: { readonly id: string };
    }[];
  };
};

/** Runs newman's own command line on a collection, in a process of its own, with more options where some are given. */
export async function runNewman(
  collection: string,
  variables: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): Promise<NewmanRun> {
  const output = join(mkdtempSync(join(tmpdir(), 'newman-')), 'report.json');
  const given = Object.entries(variables).flatMap(([key, value]) => ['--env-var', `${key}=${value}`]);
  const reporters = ['--reporters', 'cli,json', '--reporter-json-export', output];
  const args = ['run', collection, ...given, ...options, ...reporters];
  const { status, out } = await execute(process.execPath, ['node_modules/newman/bin/newman.js', ...args]);
  const { run }: Report = JSON.parse(readFileSync(output, 'utf8'));
  return {
    status,
    requests: run.stats.requests.total,
    assertions: run.stats.assertions.total,
    failures: run.failures.map(({ error }) => error.message),
    failed: run.failures.map(({ error, source }) => ({ item: source.id, test: error.test })),
    out,
  };
}

/** Runs a program to its end, whatever its status; the simulators of this process go on answering. */
export function execute(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  const options = { env: { ...process.env, ...env }, maxBuffer: 100_000_000 };
  return new Promise((resolve) => {
    const child = execFile(program, args, options, (_, out, err) =>
      resolve({ status: child.exitCode ?? 70, out, err }),
    );
  });
}
