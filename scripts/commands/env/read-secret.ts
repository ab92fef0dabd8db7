import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError } from '../../base/usage-error.ts';
import type { Context } from '../context.ts';

/** Reads a secret from standard input; a terminal shows a prompt but not the input. `undefined` if it is interrupted. */
export async function readSecret(prompt: string, { stdin, progress }: Context): Promise<string | undefined> {
  const input = stdin();
  if (input.isTTY !== true) return readAll(input);
  // Created before the prompt is shown, because it turns off the terminal's echo.
  const lines = createInterface({ input, output: new Writable({ write: nowhere }), terminal: true });
  progress.write(prompt);
  const line = await new Promise<string | undefined>((resolve) => {
    lines.once('line', resolve);
    lines.once('SIGINT', () => resolve(undefined));
    lines.once('close', () => resolve(''));
  });
  lines.close();
  progress.write('\n');
  return line;
}

function nowhere(_: unknown, __: string, done: () => void): void {
  done();
}

/** Longer input is a wrong file, or endless. */
const maxBytes = 65_536;

async function readAll(input: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) throw new UsageError('Standard input has more than 64 kB: this is not a secret.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
