import type { Api } from '../model/api.ts';
import { isObject } from '../model/read.ts';
import schema from '../report/result.schema.json' with { type: 'json' };
import { createRedactor } from '../secrets/redact.ts';
import { UsageError } from '../usage-error.ts';
import { type Env, envName } from './env.ts';

/**
 * What must not be shown: the values of all regions' secret variables, those that are not run included, and what Basic
 * authorisation makes of them (RFC 7617, section 2).
 * @throws UsageError where one is a word that reports are made of
 */
export function toSecrets(api: Api, env: Env): string[] {
  return api.regions.flatMap((region) => {
    const secretOf = (variable: string): string => env[envName(api, region, variable)]?.trim() ?? '';
    const names = api.variables.flatMap(({ kind, name }) => (kind === 'secret' ? [name] : []));
    for (const name of names) refuseOwnWord(secretOf(name), envName(api, region, name));
    const values = names.map(secretOf).filter((value) => value !== '');
    return [...values, ...basicPairs(api, secretOf)];
  });
}

function basicPairs({ operations }: Api, secretOf: (variable: string) => string): string[] {
  const pairs = operations.flatMap(({ auth }) => {
    if (auth.type !== 'basic' || secretOf(auth.password) === '') return [];
    return [`${secretOf(auth.username)}:${secretOf(auth.password)}`];
  });
  return [...new Set(pairs)];
}

/** Nobody could read a report without that word. */
function refuseOwnWord(value: string, name: string): void {
  const redact = createRedactor([value]);
  if (ownWords.every((word) => redact(word) === word)) return;
  throw new UsageError(
    `${name} is a word that reports are made of, so it can't be kept out of them. Is it really a secret?`,
  );
}

const ownWords = [...new Set(wordsOf(schema))];

/** The names of properties and the words of enumerations. */
function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (!isObject(value)) return typeof value === 'string' && /^[a-z]+$/.test(value) ? [value] : [];
  return Object.entries(value).flatMap(([key, part]) => [key, ...wordsOf(part)]);
}
