import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ExitCode } from '../../base/exit-code.ts';
import { isObject } from '../../base/read.ts';
import type { Tier } from '../../cases/select.ts';
import type { Io } from '../../io/io.ts';
import type { SpecSource } from '../../openapi/load/load.ts';
import type { Fault } from '../../simulator/faults/fault.ts';
import type { FaultResult } from './trial/trial.ts';

const program = fileURLToPath(new URL('../../bin.js', import.meta.url));

/** The options of `faults`. */
export type FaultsOptions = SpecSource & {
  /** Ids of faults; all faults if it is empty. */
  readonly only: readonly string[];
  readonly tier: Tier;
  readonly jobs: number;
  readonly json: boolean;
  /** Whether to continue after the first failed check, to name every check that notices a fault. */
  readonly allChecks: boolean;
};

/** How a process ended: the results of its faults, its exit code, and its error output. */
type Ended = { readonly results: readonly FaultResult[]; readonly code: ExitCode; readonly err: string };

/**
 * Distributes the faults over processes of this program, one for each job, and collects what they print. If the faults
 * can't be tried, all processes fail for the same reason: the first failure is reported, with its exit code.
 */
export async function inProcesses(
  chosen: readonly Fault[],
  options: FaultsOptions,
  io: Io,
  onResult: (result: FaultResult) => void,
): Promise<FaultResult[] | ExitCode> {
  const groups = Array.from({ length: Math.min(options.jobs, chosen.length) }, (_, group) =>
    chosen.filter((_fault, index) => index % options.jobs === group).map(({ id }) => id),
  );
  const ended = await Promise.all(groups.map((ids) => inProcess(ids, options, onResult)));
  const failed = ended.find(({ code }) => code !== ExitCode.kept);
  if (failed !== undefined) {
    io.err(failed.err.trimEnd());
    return failed.code;
  }
  const results = ended.flatMap((one) => one.results);
  return chosen.flatMap(({ id }) => results.find((result) => result.id === id) ?? []);
}

async function inProcess(
  ids: readonly string[],
  { spec, refRoot, allowRemote, tier, allChecks }: FaultsOptions,
  onResult: (result: FaultResult) => void,
): Promise<Ended> {
  const args = [program, 'faults', '--spec', spec, '--tier', tier, '--json', '--jobs', '1'];
  const more = [
    ...(allChecks ? ['--all-checks'] : []),
    ...(refRoot === undefined ? [] : ['--ref-root', refRoot]),
    ...(allowRemote ? ['--allow-remote'] : []),
  ];
  const child = spawn(process.execPath, [...args, ...more, ...ids.flatMap((id) => ['--only', id])], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const err = text(child.stderr);
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  const results: FaultResult[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const result: unknown = JSON.parse(line);
    if (!isFaultResult(result))
      throw new Error(`A process printed a line that is not the result of a fault: ${line}`);
    results.push(result);
    onResult(result);
  }
  const status = await ended;
  const code = Object.values(ExitCode).find((one) => one === status);
  if (code === undefined || (code === ExitCode.kept && results.length < ids.length)) {
    const after = `after ${results.length} of ${ids.length} faults`;
    throw new Error(`A process ended with ${status} ${after}: ${await err}`);
  }
  return { results, code, err: await err };
}

function isFaultResult(value: unknown): value is FaultResult {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.caught === 'boolean' &&
    Array.isArray(value.checks)
  );
}
