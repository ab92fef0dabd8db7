import { type Env, readEnv } from '../base/env.ts';
import { isOwnSpec } from '../base/package.ts';
import { stringExtension } from '../base/read.ts';
import { UsageError } from '../base/usage-error.ts';
import type { Api } from '../model/api.ts';
import { defaultPrefix, envName, isEnvPrefix, prefixVariable } from '../model/env-name.ts';
import type { Spec } from '../model/spec.ts';

/** What the caller says about the prefix: `--env-prefix`, and the environment. */
export type PrefixChoice = { readonly envPrefix?: string; readonly env?: Env };

/**
 * What environment variables begin with. Only the project's own spec chooses that itself: any other could name the
 * variables of somebody else's secrets, and have them sent to its servers.
 */
export function toEnvPrefix({ file, document }: Spec, { envPrefix, env = {} }: PrefixChoice): string {
  if (envPrefix !== undefined) return checked('--env-prefix', envPrefix);
  const stated = stringExtension(document.info, 'x-env-prefix');
  if (stated !== undefined && isEnvPrefix(stated) && isOwnSpec(file)) return stated;
  const given = readEnv(env)[prefixVariable]?.trim() ?? '';
  return given === '' ? defaultPrefix : checked(prefixVariable, given);
}

/** What to say where variables are set that only the spec's own prefix would read; `undefined` where none is. */
export function prefixAdvice(api: Api, env: Env): string | undefined {
  const { envPrefix, statedPrefix, regions, variables } = api;
  if (!isEnvPrefix(statedPrefix) || statedPrefix === envPrefix) return undefined;
  const former = { envPrefix: statedPrefix };
  const names = regions.flatMap((region) => variables.map(({ name }) => envName(former, region, name)));
  const set = names.find((name) => (env[name] ?? '') !== '');
  if (set === undefined) return undefined;
  const reason = `a spec does not choose which environment variables are read, so they begin with ${envPrefix}_`;
  return `${set} is set, but not read: ${reason}. If you trust this spec with it, add --env-prefix ${statedPrefix}.`;
}

function checked(source: string, text: string): string {
  if (isEnvPrefix(text)) return text;
  throw new UsageError(
    `${source} is not the beginning of environment variables. Write capital letters, digits and \`_\`, a letter first, as in SHOP.`,
  );
}
