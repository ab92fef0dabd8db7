import { jsonText } from '../base/json-text.ts';
import type { Exchange, Headers, RecordedBody } from '../model/exchange.ts';
import type { RunResult } from '../model/run-result.ts';
import type { Creator } from './result-json.ts';

/**
 * Every request of a run as an HTTP Archive 1.2, with a page for each region and one entry per line. A request without a
 * response has the status 0, as in the archives of browsers.
 */
export function toHar({ spec, regions, exchanges }: RunResult, creator: Creator): string {
  const pages = Object.entries(regions).flatMap(([region, { baseUrl }]) => {
    const first = exchanges.find((exchange) => exchange.region === region);
    return first === undefined ? [] : [toPage(region, baseUrl, first)];
  });
  const comment = `${spec.title} ${spec.version}; bodies are kept where a check did not pass, and secrets are ***`;
  const head = { version: '1.2', creator, pages, comment };
  const last = exchanges.length - 1;
  const entries = exchanges.map((one, index) => `${jsonText(toEntry(one))}${index < last ? ',' : ''}`);
  // Joined only once, because the text may be large.
  return [`{"log":${jsonText(head).slice(0, -1)},"entries":[`, ...entries, ']}}', ''].join('\n');
}

function toPage(region: string, baseUrl: string, { startedAt }: Exchange): object {
  return { id: region, title: baseUrl, startedDateTime: startedAt, pageTimings: {} };
}

function toEntry(exchange: Exchange): object {
  const { region, operationId, case: name, startedAt, durationMs, request, response, error } = exchange;
  return {
    pageref: region,
    startedDateTime: startedAt,
    time: durationMs,
    request: toRequest(request),
    response: response === undefined ? toNoResponse(error ?? 'no response') : toResponse(response),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    comment: `${operationId}: ${name}`,
    _operationId: operationId,
    _case: name,
    ...(error !== undefined && { _error: error }),
  };
}

/** -1 means that the size is not known (HAR 1.2, `headersSize` and `bodySize`). */
const common = { httpVersion: 'HTTP/1.1', headersSize: -1, bodySize: -1 } as const;

function toRequest({ method, url, headers, body }: Exchange['request']): object {
  const mimeType = headerOf(headers, 'content-type');
  return {
    ...common,
    method,
    url: encoded(url),
    cookies: valuesOf(headers, 'cookie').flatMap((value) => value.split(';').flatMap(toCookie)),
    headers: toPairs(headers),
    queryString: toPairs(queryOf(url)),
    ...(body !== undefined && { postData: { mimeType, text: body.text, ...toComment(body) } }),
  };
}

function toResponse({ status, reason, headers, size, body }: NonNullable<Exchange['response']>): object {
  const mimeType = headerOf(headers, 'content-type') || 'x-unknown';
  return {
    ...common,
    status,
    statusText: reason,
    cookies: valuesOf(headers, 'set-cookie').flatMap(toCookie),
    headers: toPairs(headers),
    content: { size, mimeType, ...(body !== undefined && { text: body.text, ...toComment(body) }) },
    redirectURL: headerOf(headers, 'location'),
  };
}

function toNoResponse(error: string): object {
  return { ...toResponse({ status: 0, reason: '', headers: [], size: 0 }), comment: error };
}

function toComment({ text, cut, size, sha256 }: RecordedBody): { readonly comment?: string } {
  // The cut may be inside a character.
  const whole = cut ? text.replace(/\ufffd+$/, '') : text;
  const comments = [
    ...(cut ? [`the beginning of ${size} bytes with the SHA-256 ${sha256}`] : []),
    ...(whole.includes('\ufffd') ? ['bytes that are not UTF-8 are written as U+FFFD'] : []),
  ];
  return comments.length === 0 ? {} : { comment: comments.join('; ') };
}

/** The name and value of a cookie, without its attributes. Empty if it has no name. */
function toCookie(text: string): { readonly name: string; readonly value: string }[] {
  const [, name = '', value = ''] = /^\s*([^=;]+)=([^;]*)/.exec(text) ?? [];
  return name === '' ? [] : [{ name: name.trim(), value: value.trim() }];
}

/** Percent-encodes characters that a URL can't contain (RFC 3986, appendix A). newman does so only when it sends. */
function encoded(url: string): string {
  const written = URL.canParse(url) ? new URL(url).href : url;
  return written.replace(/[^!#$%&'()*+,/0-9:;=?@A-Z[\]_a-z~.-]/gu, encodeURIComponent);
}

function toPairs(pairs: Headers): object[] {
  return pairs.map(([name, value]) => ({ name, value }));
}

function headerOf(headers: Headers, wanted: string): string {
  return valuesOf(headers, wanted)[0] ?? '';
}

function valuesOf(headers: Headers, wanted: string): string[] {
  return headers.flatMap(([name, value]) => (name.toLowerCase() === wanted ? [value] : []));
}

/** The parameters of the query. Malformed percent-encoding stays as it is. */
function queryOf(url: string): Headers {
  const [, query = ''] = /\?([^#]*)/.exec(url) ?? [];
  return [...new URLSearchParams(query)];
}
