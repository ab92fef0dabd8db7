import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { withFiles } from '../fixtures/open.ts';
import { apiKey, type PostmanApi } from '../fixtures/postman-api.ts';
import { type Called, call } from './call.ts';
import { startProgram } from './program.ts';

export const clock = fileURLToPath(new URL('../fixtures/clock.openapi.yaml', import.meta.url));

export const key = { POSTMAN_API_KEY: apiKey };

const token = 'token-of-a-region-that-must-not-leave';

type Env = Readonly<Record<string, string>>;

/** Calls the program; whatever it prints, the key is not in it, and what it sends has no token of ours. */
export async function sync(
  api: PostmanApi,
  args: readonly string[] = [],
  env: Env = key,
  by: typeof call = call,
): Promise<Called> {
  const secrets = { CLOCK_US_TOKEN: token, RIVERY_US_TOKEN: token };
  const given = ['sync', '--spec', clock, '--api', api.url, ...args];
  const ended = await by(given, { ...secrets, ...env });
  expect(ended.out + ended.err).not.toContain(apiKey);
  expect(JSON.stringify(api.log)).not.toContain(token);
  return ended;
}

/** As people call it: a process of its own. */
export async function bin(args: readonly string[], env: Env = {}): Promise<Called> {
  const { code, out, err } = await startProgram(args, env).ended;
  return { code: code ?? -1, out: out.trimEnd(), err: err.trimEnd() };
}

/** Syncs a description that differs from the last one. */
export async function syncChanged(
  api: PostmanApi,
  change: (text: string) => string,
  args: readonly string[] = [],
): Promise<Called> {
  const text = change(await readFile(clock, 'utf8'));
  return withFiles({ 'clock.openapi.yaml': text }, (folder) =>
    sync(api, ['--spec', join(folder, 'clock.openapi.yaml'), ...args]),
  );
}

/** What was sent but for GETs. */
export function writesOf({ log }: PostmanApi): string[] {
  const writes = log.filter(({ method }) => method !== 'GET');
  return writes.map(({ method, url }) => `${method} ${url.replace(/\?.*/, '')}`);
}
