import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { RunResult } from '../../scripts/model/run-result.ts';

/** The program as a process of its own. */
export type Program = {
  readonly child: ChildProcess;
  readonly pid: number;
  /** What it printed, and with which status it ended; null where a signal ended it. */
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
};

export function startProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = '.',
): Program {
  const child = spawn(process.execPath, [resolve('scripts/bin.js'), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Awaited<Program['ended']>>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { child, pid: child.pid ?? 0, ended };
}

/** A folder for reports, and what stands in them. */
export async function reportFolder(): Promise<{
  readonly folder: string;
  readonly result: () => Promise<RunResult>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'reports-'));
  return { folder, result: async () => JSON.parse(await readFile(join(folder, 'result.json'), 'utf8')) };
}
