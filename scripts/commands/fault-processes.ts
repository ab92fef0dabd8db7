import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Kill } from '../faults/kill.ts';
import { isObject } from '../model/read.ts';
import type { Fault } from '../simulator/faults/fault.ts';
import type { FaultsOptions } from './faults.ts';

const program = fileURLToPath(new URL('../bin.js', import.meta.url));

/** Deals the faults out to processes of this same program, one for each job, and gathers what they print. */
export async function inProcesses(
  chosen: readonly Fault[],
  options: FaultsOptions,
  onKill: (kill: Kill) => void,
): Promise<Kill[]> {
  const hands = Array.from({ length: Math.min(options.jobs, chosen.length) }, (_, hand) =>
    chosen.filter((_fault, index) => index % options.jobs === hand).map(({ id }) => id),
  );
  const dealt = await Promise.all(hands.map((ids) => inProcess(ids, options, onKill)));
  const kills = dealt.flat();
  return chosen.flatMap(({ id }) => kills.find((kill) => kill.id === id) ?? []);
}

async function inProcess(
  ids: readonly string[],
  { spec, refRoot, allowRemote, tier, allChecks }: FaultsOptions,
  onKill: (kill: Kill) => void,
): Promise<Kill[]> {
  const args = [program, 'faults', '--spec', spec, '--tier', tier, '--json', '--jobs', '1'];
  const more = [
    ...(allChecks ? ['--all-checks'] : []),
    ...(refRoot === undefined ? [] : ['--ref-root', refRoot]),
    ...(allowRemote ? ['--allow-remote'] : []),
  ];
  const child = spawn(process.execPath, [...args, ...more, ...ids.flatMap((id) => ['--only', id])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  const kills: Kill[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const kill: unknown = JSON.parse(line);
    if (!isKill(kill)) throw new Error(`A process printed something else than a fault: ${line}`);
    kills.push(kill);
    onKill(kill);
  }
  const code = await ended;
  if (code !== 0 || kills.length < ids.length) {
    throw new Error(`A process for ${ids.length} faults ended with ${code} after ${kills.length} of them.`);
  }
  return kills;
}

function isKill(value: unknown): value is Kill {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.caught === 'boolean' &&
    Array.isArray(value.checks)
  );
}
