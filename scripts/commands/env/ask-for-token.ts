import { UsageError } from '../../base/usage-error.ts';
import { toSecrets } from '../../config/secrets.ts';
import type { Values } from '../../config/values.ts';
import type { Api, Region } from '../../model/api.ts';
import { envName } from '../../model/env-name.ts';
import type { Context } from '../context.ts';
import { readSecret } from './read-secret.ts';

export type TokenOptions = { readonly tokenStdin: boolean };

/** The token from standard input, where it is wanted or a terminal is there to ask; `undefined` where that is interrupted. */
export async function askForToken(
  api: Api,
  region: Region,
  { tokenStdin }: TokenOptions,
  world: Context,
): Promise<Values | undefined> {
  const secrets = api.variables.filter(({ kind }) => kind === 'secret');
  const [secret] = secrets;
  if (secret === undefined || secrets.length > 1) {
    if (!tokenStdin) return {};
    throw new UsageError(`--token-stdin reads one secret, and the description has ${secrets.length}.`);
  }
  if (!tokenStdin && !isTerminal(world)) return {};
  const name = envName(api, region, secret.name);
  const optional = tokenStdin ? '' : ' (Enter: none)';
  const text = await readSecret(`${name}, not shown${optional}: `, world);
  if (text === undefined) return undefined;
  const token = bareToken(text);
  if (token === '' && tokenStdin) throw new UsageError('--token-stdin: no token came. Nothing was written.');
  if (token === '') return {};
  world.guard.add(toSecrets(api, { [name]: token }));
  return { [secret.name]: token };
}

/** Whether somebody sees the question and can answer it. */
function isTerminal({ progress, stdin }: Context): boolean {
  return progress.isTTY === true && stdin().isTTY === true;
}

/** A token without what is copied along with it: the name of its header, its scheme, quotes, spaces. */
export function bareToken(text: string): string {
  const bare = text
    .trim()
    .replace(/^(["'`])(.*)\1$/s, '$2')
    .replace(/^authorization:/i, '')
    .trim()
    .replace(/^bearer(\s+|$)/i, '');
  return bare === text ? bare : bareToken(bare);
}
