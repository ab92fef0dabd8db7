import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Api, Region } from '../model/api.ts';
import { toScreamingSnake } from '../model/read.ts';
import { UsageError } from '../usage-error.ts';

/** Environment variables by name. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The environment, and under it what a `.env` in the working directory says. */
export function readEnv(env: Env): Env {
  try {
    return { ...parseEnv(readFileSync('.env', 'utf8')), ...env };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return env;
    throw new UsageError(
      `The file .env can't be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/** The environment variable of a region's variable: `<PREFIX>_<REGION>_<VARIABLE>`. */
export function envName(api: Api, region: Region, variable: string): string {
  return [api.envPrefix, toScreamingSnake(region.name), toScreamingSnake(variable)].join('_');
}
