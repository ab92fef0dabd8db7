import { shellQuote } from '../base/shell-line.ts';
import { visible } from '../base/visible.ts';
import type { Secret } from '../config/target.ts';
import type { SentRequest } from './job.ts';

/** Headers that newman adds. They do not change the response. */
const newmanHeaders =
  /^(user-agent|cache-control|postman-token|host|accept-encoding|connection|content-length)$/i;

/** Keep curl from interpreting `[1-3]` and `..` in the URL. */
const literally = ['--include', '--globoff', '--path-as-is'];

/** A command for a POSIX shell that sends the request again; secrets are shell variables. */
export function toCurl(
  { method, url, headers, body, bytes }: SentRequest,
  secrets: readonly Secret[],
): string {
  const longestFirst = [...secrets].sort((a, b) => b.value.length - a.value.length);
  const sent = headers.filter(([name]) => !newmanHeaders.test(name));
  const isTyped = headers.some(([name]) => name.toLowerCase() === 'content-type');
  const parts = [
    ...methodOf(method, body),
    ...(url.startsWith('-') ? ['--url'] : []),
    quote(url, longestFirst, encoded),
    ...sent.flatMap(([name, value]) => ['--header', quote(headerOf(name, value), longestFirst)]),
    // Otherwise curl adds a Content-Type of its own.
    ...(body === undefined || isTyped ? [] : ['--header', "'Content-Type:'"]),
  ];
  const curl = ['curl', ...literally, ...parts].join(' ');
  if (body === undefined) return curl;
  if (bytes === undefined && visible(body) === body) return `${curl} --data-raw ${quote(body, longestFirst)}`;
  // An argument can't contain NUL, and invisible characters would be lost in a report.
  const octets =
    bytes === undefined ? quote(body, longestFirst, asOctets) : quote(bytes, longestFirst, latin1AsOctets);
  return `printf %b ${octets} | ${curl} --data-binary @-`;
}

/** With `--request HEAD` curl would wait for a body that never comes. */
function methodOf(method: string, body: string | undefined): string[] {
  if (method === 'HEAD' && body === undefined) return ['--head'];
  if (method === 'GET' && body === undefined) return [];
  return ['--request', /^\w+$/.test(method) ? method : quote(method, [])];
}

/** curl sends a header without a value only if it ends with a semicolon. */
function headerOf(name: string, value: string): string {
  return value.trim() === '' ? `${name};` : `${name}: ${value}`;
}

/** Percent-encodes what a URL can't contain (RFC 3986, appendix A), as newman does when it sends. */
function encoded(url: string): string {
  return url.replace(/[^!#$%&'()*+,/0-9:;=?@A-Z[\]_a-z~.-]+/gu, (text) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}

/** Octal escapes for `printf %b`. */
function asOctets(text: string, encoding: BufferEncoding = 'utf8'): string {
  return text.replace(/[^\n -[\]-~]+/g, (part) =>
    [...Buffer.from(part, encoding)].map((byte) => `\\0${byte.toString(8).padStart(3, '0')}`).join(''),
  );
}

const latin1AsOctets = (text: string): string => asOctets(text, 'latin1');
const asIs = (text: string): string => text;

/** In single quotes, where no character is special. Variables of secrets are between them, in double quotes. */
function quote(text: string, secrets: readonly Secret[], change: (text: string) => string = asIs): string {
  const [secret, ...shorter] = secrets;
  if (secret === undefined) return shellQuote(change(text));
  const pieces = text.split(secret.value);
  // Next to a variable an empty piece adds nothing. An empty text alone is still an argument.
  const parts = pieces.map((piece) =>
    piece === '' && pieces.length > 1 ? '' : quote(piece, shorter, change),
  );
  return parts.join(`"$${secret.variable}"`);
}
