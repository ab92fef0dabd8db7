import { type Env, readEnv } from '../base/env.ts';
import { isOwnSpec } from '../base/package.ts';
import { stringExtension } from '../base/read.ts';
import { UsageError } from '../base/usage-error.ts';
import type { Api } from '../model/api.ts';
import { defaultPrefix, envName, isEnvPrefix, prefixVariable } from '../model/env-name.ts';
import type { Spec } from '../model/spec.ts';

/** The user's choice of the prefix: `--env-prefix`, and the environment. */
export type PrefixChoice = { readonly envPrefix?: string; readonly env?: Env };

/**
 * The prefix of environment variables. Only the project's own spec may choose it: any other spec could name variables
 * with unrelated secrets and have them sent to its servers.
 */
export function toEnvPrefix({ file, document }: Spec, { envPrefix, env = {} }: PrefixChoice): string {
  if (envPrefix !== undefined) return checked('--env-prefix', envPrefix);
  const stated = stringExtension(document.info, 'x-env-prefix');
  if (stated !== undefined && isEnvPrefix(stated) && isOwnSpec(file)) return stated;
  const given = readEnv(env)[prefixVariable]?.trim() ?? '';
  return given === '' ? defaultPrefix : checked(prefixVariable, given);
}

/** Advice if variables are set that only the spec's own prefix would read; otherwise `undefined`. */
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
    `${source} is not a valid prefix of environment variables. Write capital letters, digits and \`_\`, a letter first, as in SHOP.`,
  );
}
