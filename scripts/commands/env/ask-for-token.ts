import { UsageError } from '../../base/usage-error.ts';
import { toSecrets } from '../../config/secrets.ts';
import type { Values } from '../../config/values.ts';
import type { Api, Region } from '../../model/api.ts';
import { envName } from '../../model/env-name.ts';
import type { Context } from '../context.ts';
import { readSecret } from './read-secret.ts';

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
