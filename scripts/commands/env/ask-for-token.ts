import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError } from '../../base/usage-error.ts';
import { toSecrets } from '../../config/secrets.ts';
import type { Values } from '../../config/values.ts';
import type { Api, Region } from '../../model/api.ts';
import { envName } from '../../model/env-name.ts';
import type { Context } from '../context.ts';

/** Whether the token must come from standard input. */
export type TokenOptions = { readonly tokenStdin: boolean };

/** Reads the token from standard input, with `--token-stdin` or at a terminal. `undefined` if the user interrupts it. */
export async function askForToken(
  api: Api,
  region: Region,
  { tokenStdin }: TokenOptions,
  context: Context,
): Promise<Values | undefined> {
  const secrets = api.variables.filter(({ kind }) => kind === 'secret');
  const [secret] = secrets;
  if (secret === undefined || secrets.length > 1) {
    if (!tokenStdin) return {};
    throw new UsageError(`--token-stdin reads one secret, but the spec has ${secrets.length}.`);
  }
  if (!tokenStdin && !isTerminal(context)) return {};
  const name = envName(api, region, secret.name);
  const optional = tokenStdin ? '' : ' (Enter: none)';
  const text = await readSecret(`${name}, not shown${optional}: `, context);
  if (text === undefined) return undefined;
  const token = bareToken(text);
  if (token === '' && tokenStdin)
    throw new UsageError('--token-stdin: standard input had no token. Nothing was written.');
  if (token === '') return {};
  context.guard.add(toSecrets(api, { [name]: token }));
  return { [secret.name]: token };
}

/** Whether somebody can see the prompt and type. */
function isTerminal({ progress, stdin }: Context): boolean {
  return progress.isTTY === true && stdin().isTTY === true;
}

/** Reads a secret from standard input; a terminal shows a prompt but not the input. `undefined` if it is interrupted. */
async function readSecret(prompt: string, { stdin, progress }: Context): Promise<string | undefined> {
  const input = stdin();
  if (input.isTTY !== true) return readAll(input);
  // Created before the prompt is shown, because it turns off the terminal's echo. It writes nothing itself.
  const lines = createInterface({
    input,
    output: new Writable({ write: (_, __, done) => done() }),
    terminal: true,
  });
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

/** A token without what is often copied with it: the header name, the scheme, quotes, spaces. */
export function bareToken(text: string): string {
  const bare = text
    .trim()
    .replace(/^(["'`])(.*)\1$/s, '$2')
    .replace(/^authorization:/i, '')
    .trim()
    .replace(/^bearer(\s+|$)/i, '');
  return bare === text ? bare : bareToken(bare);
}
