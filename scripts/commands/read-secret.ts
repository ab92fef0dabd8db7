import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { World } from './io.ts';

/** Reads a secret from standard input; a terminal is asked and does not show it. `undefined` where that is interrupted. */
export async function readSecret(prompt: string, { stdin, progress }: World): Promise<string | undefined> {
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

async function readAll(input: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
