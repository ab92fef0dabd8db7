import { isObject } from '../../../base/read.ts';
import { visible } from '../../../base/visible.ts';
import { ApiError } from './api-error.ts';
import type { Reply } from './attempt.ts';

/** Where a key is made (learning.postman.com, Generate and use Postman API keys). */
export const whereKeysAre = 'in Postman under Settings > Account settings > API keys';

/**
 * The data of an answer.
 * @param host who gave it
 * @throws ApiError where it refuses, or is no JSON
 */
export function toData(reply: Reply, host: string): unknown {
  const { status, headers, text } = reply;
  if (status < 200 || status >= 300) throw toRefusal(reply, host);
  const data = parse(text);
  if (data !== undefined) return data;
  const type = visible(headers.get('content-type') ?? 'no media type');
  const [what, why] = isPage(text)
    ? ['an HTML page', ': a proxy or a page to sign in may stand in between']
    : ['something else', ''];
  throw new ApiError(
    `what should be Postman's API answers with ${what} instead of JSON (${status}, ${type})${why}.`,
    { status, mayBeDone: true },
  );
}

/** The error that an answer stands for, as its reader needs it. */
function toRefusal({ status, headers, text }: Reply, host: string): ApiError {
  if (status >= 300 && status < 400) {
    const to = visible(headers.get('location') ?? 'nowhere');
    return new ApiError(`Postman's API points to ${to} (${status}), where the key is not sent.`, { status });
  }
  const said = saidIn(text);
  const reason = said === '' ? `${status}` : `${status}: ${said}`;
  const retryAfterSeconds = status === 429 ? secondsIn(headers) : undefined;
  // Another server than Postman's answers so to all that it is asked.
  const advice = status === 404 ? ` Look at the address of --api: it was ${host} that answered.` : '';
  return new ApiError(`${explain(status)} (${reason}).${advice}`, {
    status,
    mayBeDone: status >= 500,
    retryAfterSeconds,
  });
}

/** The limit counts requests of a minute (`RateLimit-Policy: 300;w=60`). */
const windowSeconds = 60;

/**
 * The wait that Postman's API asks for, in either of its headers (learning.postman.com, Track Postman API call limits), or
 * in that of RFC 9110.
 */
function secondsIn(headers: Headers): number {
  const names = ['RetryAfter', 'X-RateLimit-RetryAfter', 'Retry-After'];
  const told = names.map((name) => headers.get(name) ?? '').find((value) => /^\d+$/.test(value));
  return told === undefined ? windowSeconds : Number(told);
}

function explain(status: number): string {
  if (status >= 500) return "Postman's API has an error of its own";
  return explanations[status] ?? "Postman's API refuses it";
}

const explanations: Readonly<Record<number, string>> = {
  401: `Postman's API refuses the key. It may be cut off, revoked or expired: look ${whereKeysAre}`,
  403: 'whoever the key belongs to may not do that; it takes the role Editor in the workspace',
  404: 'what was asked for is not there',
  413: "it is larger than Postman's API takes",
  429: "the limit of requests of Postman's API is used up",
};

const longest = 300;

/**
 * What an error says: `error.name` and `error.message`, with `error.details`, or `detail` of a problem (RFC 9457);
 * Postman's reference has both forms.
 */
function saidIn(text: string): string {
  const data = parse(text);
  if (!isObject(data)) return isPage(text) ? 'an HTML page' : '';
  const { error } = data;
  const parts = isObject(error)
    ? [error.name, error.message, error.details]
    : [data.detail ?? data.title ?? error ?? data.message];
  const words = parts.flat().map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
  const line = visible(words.filter(Boolean).join(', ')).replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}...` : line;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPage(text: string): boolean {
  return /^\s*<(!doctype|html|head|body)/i.test(text);
}
