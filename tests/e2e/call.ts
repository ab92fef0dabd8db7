import { Readable, Writable } from 'node:stream';
import { main } from '../../scripts/cli/main.ts';
import type { Runner } from '../../scripts/run/job.ts';
import { light } from '../fixtures/light-runner.ts';
import { hereAndFast } from '../fixtures/run-here.ts';
import { isDeep } from '../fixtures/sample.ts';

export type Called = { readonly code: number; readonly out: string; readonly err: string };

/** Calls the program as the shell would, in this process, newman too; the environment is only what is given. */
export async function call(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  {
    stdin = '',
    runner = isDeep ? hereAndFast : light,
  }: { readonly stdin?: string; readonly runner?: Runner } = {},
): Promise<Called> {
  const out: string[] = [];
  const err: string[] = [];
  const progress = new Writable({
    write: (chunk, _, done) => {
      err.push(String(chunk).trimEnd());
      done();
    },
  });
  const code = await main(['node', 'bin.js', ...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    width: 80,
    colour: false,
    progress,
    stdin: () => Readable.from([stdin]),
    env,
    onCrash: () => undefined,
    runner,
    // The simulator runs until somebody stops it, all else to its end.
    interrupted: () => (args[0] === 'simulate' ? Promise.resolve() : new Promise(() => undefined)),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
