import type { Env } from '../base/env.ts';
import { isObject } from '../base/read.ts';
import { UsageError } from '../base/usage-error.ts';
import { createRedactor } from '../io/secrets/redact.ts';
import type { Api } from '../model/api.ts';
import { envName } from '../model/env-name.ts';
import schema from '../model/result.schema.json' with { type: 'json' };
import { isSecret } from '../model/to-variables.ts';

/**
 * The values to redact: those of the secret variables of all regions, including regions that are not run, and their
 * encoding for Basic authentication (RFC 7617, section 2).
 * @throws UsageError if a credential is a word that every report contains
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

/** Warnings about values that are not redacted: the variable's name suggests a secret, but reports need the word. */
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
    // Basic is always the first credential.
    if (auth.type !== 'basic' || secretOf(auth.password) === '') return [];
    return [`${secretOf(auth.username)}:${secretOf(auth.password)}`];
  });
  return [...new Set(pairs)];
}

/** Whether reports would be unreadable without the word. */
export function isOwnWord(value: string): boolean {
  const redact = createRedactor([value]);
  return ownWords.some((word) => redact(word) !== word);
}

function ownWord(name: string): UsageError {
  return new UsageError(
    `${name} has a value that is a word of every report, so it can't be redacted. Check that it is really a secret.`,
  );
}

const ownWords = [...new Set(wordsOf(schema))];

/** The names of properties and the words of enumerations. */
function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (!isObject(value)) return typeof value === 'string' && /^[a-z]+$/.test(value) ? [value] : [];
  return Object.entries(value).flatMap(([key, part]) => [key, ...wordsOf(part)]);
}
