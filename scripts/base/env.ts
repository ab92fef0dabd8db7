import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { UsageError } from './usage-error.ts';

/** Environment variables by name. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The environment, with defaults from `.env` in the working directory. */
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
