import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Api, Region } from '../model/api.ts';
import { toScreamingSnake } from '../model/read.ts';

/** Environment variables by name. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The environment, and under it what a `.env` in the working directory says. */
export function readEnv(env: Env): Env {
  try {
    return { ...parseEnv(readFileSync('.env', 'utf8')), ...env };
  } catch {
    // There is no such file, which is the usual case.
    return env;
  }
}

/** The environment variable of a region's variable: `<PREFIX>_<REGION>_<VARIABLE>`. */
export function envName(api: Api, region: Region, variable: string): string {
  return [api.envPrefix, toScreamingSnake(region.name), toScreamingSnake(variable)].join('_');
}
