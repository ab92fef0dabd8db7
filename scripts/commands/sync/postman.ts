import type { Env } from '../../base/env.ts';
import { UsageError } from '../../base/usage-error.ts';
import { isLoopback, withoutSlash } from '../../config/base-url.ts';
import { urlProblem } from '../../model/url-problem.ts';
import { keyLocation } from './workspace/refusal.ts';

const keyName = 'POSTMAN_API_KEY';

/** The key of Postman's API. @throws UsageError if it is missing or malformed */
export function toKey(env: Env): string {
  const key = env[keyName]?.trim() ?? '';
  if (key === '') {
    throw new UsageError(
      `${keyName} is not set. It is a key of Postman's API, which starts with \`PMAK-\`; create one ${keyLocation}. ` +
        'Then set it in the environment or in .env.',
    );
  }
  if (/^[\x21-\x7e]{16,}$/.test(key) && !/["'`]/.test(key)) return key;
  throw new UsageError(
    `${keyName} is not a key: a key has more than 15 characters, and no spaces, quotes or line breaks. Copy it again ${keyLocation}.`,
  );
}

/** Postman's API accepts HTTPS only (learning.postman.com/api-docs, About the Postman API). A test server on this machine may use http. */
export function toApiBase(url: string): string {
  const problem = urlProblem(url);
  if (problem !== undefined) throw new UsageError(`--api: ${problem}.`);
  if (new URL(url).protocol !== 'https:' && !isLoopback(url)) {
    throw new UsageError('--api: it must be https, because the key is sent there.');
  }
  return withoutSlash(url);
}

/** A possible reason why there is no response. */
export function proxyHint(env: Env): string {
  const isSet = ['HTTPS_PROXY', 'https_proxy'].some((name) => (env[name] ?? '') !== '');
  if (!isSet || env.NODE_USE_ENV_PROXY === '1') return '';
  return ' HTTPS_PROXY is set, but Node uses it only with NODE_USE_ENV_PROXY=1, from Node 24 on.';
}
