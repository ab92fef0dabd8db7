import type { Env } from '../../base/env.ts';
import { UsageError } from '../../base/usage-error.ts';
import { isLoopback, withoutSlash } from '../../config/base-url.ts';
import { urlProblem } from '../../model/url-problem.ts';
import { whereKeysAre } from './workspace/refusal.ts';

const keyName = 'POSTMAN_API_KEY';

/** The key of Postman's API. @throws UsageError where there is none, or something that can't be one */
export function toKey(env: Env): string {
  const key = env[keyName]?.trim() ?? '';
  if (key === '') {
    throw new UsageError(
      `${keyName} is not set. It is a key of Postman's API, which starts with \`PMAK-\`; make one ${whereKeysAre}. ` +
        'Then set it in the environment or in .env.',
    );
  }
  if (/^[\x21-\x7e]{16,}$/.test(key) && !/["'`]/.test(key)) return key;
  throw new UsageError(
    `${keyName} is no key: a key has no spaces, quotes or line breaks, and more than 15 characters. Copy it anew ${whereKeysAre}.`,
  );
}

/** Postman's API answers by HTTPS only (learning.postman.com/api-docs, About the Postman API); a double on this machine may do without. */
export function toApiBase(url: string): string {
  const fault = urlProblem(url);
  if (fault !== undefined) throw new UsageError(`--api: ${fault}.`);
  if (new URL(url).protocol !== 'https:' && !isLoopback(url)) {
    throw new UsageError('--api: it must be https, for the key goes there.');
  }
  return withoutSlash(url);
}

/** What may be in the way where nothing answers. */
export function proxyHint(env: Env): string {
  const isSet = ['HTTPS_PROXY', 'https_proxy'].some((name) => (env[name] ?? '') !== '');
  if (!isSet || env.NODE_USE_ENV_PROXY === '1') return '';
  return ' HTTPS_PROXY is set, but Node uses it only with NODE_USE_ENV_PROXY=1, from Node 24 on.';
}
