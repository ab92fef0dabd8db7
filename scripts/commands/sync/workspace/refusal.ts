import { isObject } from '../../../base/read.ts';
import { visible } from '../../../base/visible.ts';
import { ApiError, type ApiResponse } from './attempt.ts';

/** Where to create a key (learning.postman.com, Generate and use Postman API keys). */
export const keyLocation = 'in Postman under Settings > Account settings > API keys';

/**
 * The data of a response.
 * @param host the host that sent it
 * @throws ApiError if its status is not 2xx, or it is not JSON
 */
export function toData(reply: ApiResponse, host: string): unknown {
  const { status, headers, text } = reply;
  if (status < 200 || status >= 300) throw toApiError(reply, host);
  const data = parse(text);
  if (data !== undefined) return data;
  const type = visible(headers.get('content-type') ?? 'no media type');
  const [what, why] = isPage(text)
    ? ['an HTML page', ': a proxy or a login page may be in between']
    : ['something else', ''];
  throw new ApiError(
    `Postman's API should return JSON, but the response is ${what} (${status}, ${type})${why}.`,
    { status, mayBeDone: true },
  );
}

/** A response that is not 2xx as an error with advice. */
function toApiError({ status, headers, text }: ApiResponse, host: string): ApiError {
  if (status >= 300 && status < 400) {
    const to = visible(headers.get('location') ?? 'nowhere');
    return new ApiError(`Postman's API redirects to ${to} (${status}). The key is not sent there.`, {
      status,
    });
  }
  const errorText = errorTextIn(text);
  const reason = errorText === '' ? `${status}` : `${status}: ${errorText}`;
  const retryAfterSeconds = status === 429 ? secondsIn(headers) : undefined;
  // A server other than Postman's returns 404 for every request.
  const advice = status === 404 ? ` Check the address of --api: the response came from ${host}.` : '';
  return new ApiError(`${explain(status)} (${reason}).${advice}`, {
    status,
    mayBeDone: status >= 500,
    retryAfterSeconds,
  });
}

/** The rate limit counts requests per minute (`RateLimit-Policy: 300;w=60`). */
const windowSeconds = 60;

/**
 * The wait that Postman's API requires, in one of its headers (learning.postman.com, Track Postman API call limits) or in
 * that of RFC 9110.
 */
function secondsIn(headers: Headers): number {
  const names = ['RetryAfter', 'X-RateLimit-RetryAfter', 'Retry-After'];
  const seconds = names.map((name) => headers.get(name) ?? '').find((value) => /^\d+$/.test(value));
  return seconds === undefined ? windowSeconds : Number(seconds);
}

function explain(status: number): string {
  if (status >= 500) return "Postman's API has an internal error";
  return explanations[status] ?? "Postman's API refuses it";
}

const explanations: Readonly<Record<number, string>> = {
  401: `Postman's API refuses the key. It may be incomplete, revoked or expired: look ${keyLocation}`,
  403: 'the owner of the key may not do that: the role Editor in the workspace is needed',
  404: "Postman's API does not find it",
  413: "it is larger than Postman's API accepts",
  429: "the rate limit of Postman's API is used up",
};

const maxLength = 300;

/**
 * The message of an error: `error.name`, `error.message` and `error.details`, or `detail` of a problem (RFC 9457).
 * Postman's reference has both forms.
 */
function errorTextIn(text: string): string {
  const data = parse(text);
  if (!isObject(data)) return isPage(text) ? 'an HTML page' : '';
  const { error } = data;
  const parts = isObject(error)
    ? [error.name, error.message, error.details]
    : [data.detail ?? data.title ?? error ?? data.message];
  const words = parts.flat().map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
  const line = visible(words.filter(Boolean).join(', ')).replace(/\s+/g, ' ');
  return line.length > maxLength ? `${line.slice(0, maxLength)}...` : line;
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
