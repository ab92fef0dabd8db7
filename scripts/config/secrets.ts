import type { Env } from '../base/env.ts';
import { isObject } from '../base/read.ts';
import { UsageError } from '../base/usage-error.ts';
import { createRedactor } from '../io/secrets/redact.ts';
import type { Api } from '../model/api.ts';
import { envName } from '../model/env-name.ts';
import schema from '../model/result.schema.json' with { type: 'json' };
import { isSecret } from '../model/to-variables.ts';

/**
 * What must not be shown: the values of all regions' secret variables, those that are not run included, and what Basic
 * authorisation makes of them (RFC 7617, section 2).
 * @throws UsageError where credentials are a word that reports are made of
 */
export function toSecrets(api: Api, env: Env): string[] {
  return api.regions.flatMap((region) => {
    const secretOf = (variable: string): string => env[envName(api, region, variable)]?.trim() ?? '';
    const values = api.variables.filter(isSecret).flatMap(({ kind, name }) => {
      const value = secretOf(name);
      if (value === '' || (kind !== 'secret' && isOwnWord(value))) return [];
      if (isOwnWord(value)) throw ownWord(envName(api, region, name));
      return [value];
    });
    return [...values, ...basicPairs(api, secretOf)];
  });
}

/** What to say of values that are shown after all: only the name says that it is a secret, and reports need the word. */
export function shownSecrets(api: Api, env: Env): string[] {
  const named = api.variables.filter(({ secret }) => secret === true);
  const names = api.regions.flatMap((region) => named.map(({ name }) => envName(api, region, name)));
  return names
    .filter((name) => isOwnWord(env[name]?.trim() ?? ''))
    .map(
      (name) =>
        `${name} has the name of a secret, but its value is a word that every report contains, so it is not redacted.`,
    );
}

function basicPairs({ operations }: Api, secretOf: (variable: string) => string): string[] {
  const pairs = operations.flatMap(({ auth }) => {
    if (auth.type !== 'basic' || secretOf(auth.password) === '') return [];
    return [`${secretOf(auth.username)}:${secretOf(auth.password)}`];
  });
  return [...new Set(pairs)];
}

/** Whether nobody could read a report without that word. */
export function isOwnWord(value: string): boolean {
  const redact = createRedactor([value]);
  return ownWords.some((word) => redact(word) !== word);
}

function ownWord(name: string): UsageError {
  return new UsageError(
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
