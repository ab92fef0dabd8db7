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
import type { FaultResult } from './trial/fault-result.ts';

const program = fileURLToPath(new URL('../../bin.js', import.meta.url));

export type FaultsOptions = SpecSource & {
  /** Ids; all faults where none is named. */
  readonly only: readonly string[];
  readonly tier: Tier;
  readonly jobs: number;
  readonly json: boolean;
  /** Goes on after the first check that fails, to name all that catch a fault. */
  readonly allChecks: boolean;
};

/** How a process ended: with the faults that it tried, or with an exit status and why. */
type Ended = { readonly kills: readonly FaultResult[]; readonly code: ExitCode; readonly err: string };

/**
 * Deals the faults out to processes of this same program, one for each job, and gathers what they print. Where they
 * can't try any, all say the same: one of them is reported, with its exit status.
 */
export async function inProcesses(
  chosen: readonly Fault[],
  options: FaultsOptions,
  io: Io,
  onKill: (kill: FaultResult) => void,
): Promise<FaultResult[] | ExitCode> {
  const hands = Array.from({ length: Math.min(options.jobs, chosen.length) }, (_, hand) =>
    chosen.filter((_fault, index) => index % options.jobs === hand).map(({ id }) => id),
  );
  const dealt = await Promise.all(hands.map((ids) => inProcess(ids, options, onKill)));
  const failed = dealt.find(({ code }) => code !== ExitCode.kept);
  if (failed !== undefined) {
    io.err(failed.err.trimEnd());
    return failed.code;
  }
  const kills = dealt.flatMap((one) => one.kills);
  return chosen.flatMap(({ id }) => kills.find((kill) => kill.id === id) ?? []);
}

async function inProcess(
  ids: readonly string[],
  { spec, refRoot, allowRemote, tier, allChecks }: FaultsOptions,
  onKill: (kill: FaultResult) => void,
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
  const kills: FaultResult[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const kill: unknown = JSON.parse(line);
    if (!isKill(kill)) throw new Error(`A process printed something else than a fault: ${line}`);
    kills.push(kill);
    onKill(kill);
  }
  const status = await ended;
  const code = Object.values(ExitCode).find((one) => one === status);
  if (code === undefined || (code === ExitCode.kept && kills.length < ids.length)) {
    const after = `after ${kills.length} of ${ids.length} faults`;
    throw new Error(`A process ended with ${status} ${after}: ${await err}`);
  }
  return { kills, code, err: await err };
}

function isKill(value: unknown): value is FaultResult {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.caught === 'boolean' &&
    Array.isArray(value.checks)
  );
}
