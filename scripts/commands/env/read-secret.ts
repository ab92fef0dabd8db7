import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError } from '../../base/usage-error.ts';
import type { Context } from '../context.ts';

/** Reads a secret from standard input; a terminal is asked and does not show it. `undefined` where that is interrupted. */
export async function readSecret(prompt: string, { stdin, progress }: Context): Promise<string | undefined> {
  const input = stdin();
  if (input.isTTY !== true) return readAll(input);
  // It has the terminal show nothing before the prompt is there.
  const lines = createInterface({ input, output: new Writable({ write: nowhere }), terminal: true });
  progress.write(prompt);
  const answer = await new Promise<string | undefined>((resolve) => {
    lines.once('line', resolve);
    lines.once('SIGINT', () => resolve(undefined));
    lines.once('close', () => resolve(''));
  });
  lines.close();
  progress.write('\n');
  return answer;
}

function nowhere(_: unknown, __: string, done: () => void): void {
  done();
}

/** What is longer is another file, or has no end. */
const mostBytes = 65_536;

async function readAll(input: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > mostBytes)
      throw new UsageError('More than 64 kB came from standard input: this is no secret.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
