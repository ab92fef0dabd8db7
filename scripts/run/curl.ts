import { shellQuote } from '../base/shell-line.ts';
import { visible } from '../base/visible.ts';
import type { Secret } from '../config/target.ts';
import type { SentRequest } from './job.ts';

/** Headers that newman adds and that change nothing. */
const ownHeaders = new Set([
  ...[
    'user-agent',
    'cache-control',
    'postman-token',
    'host',
    'accept-encoding',
    'connection',
    'content-length',
  ],
]);

/** Neither `[1-3]` nor `..` in the URL mean anything to curl. */
const literally = ['--include', '--globoff', '--path-as-is'];

/** A command for a POSIX shell that sends the request again; secrets are shell variables. */
export function toCurl({ method, url, headers, body }: SentRequest, secrets: readonly Secret[]): string {
  const longestFirst = [...secrets].sort((a, b) => b.value.length - a.value.length);
  const sent = headers.filter(([name]) => !ownHeaders.has(name.toLowerCase()));
  const isTyped = headers.some(([name]) => name.toLowerCase() === 'content-type');
  const parts = [
    ...methodOf(method, body),
    ...(url.startsWith('-') ? ['--url'] : []),
    quote(url, longestFirst, encoded),
    ...sent.flatMap(([name, value]) => ['--header', quote(headerOf(name, value), longestFirst)]),
    // curl has one of its own for whatever it sends.
    ...(body === undefined || isTyped ? [] : ['--header', "'Content-Type:'"]),
  ];
  const curl = ['curl', ...literally, ...parts].join(' ');
  if (body === undefined) return curl;
  if (visible(body) === body) return `${curl} --data-raw ${quote(body, longestFirst)}`;
  // No argument holds NUL, and no report shows what can't be seen.
  return `printf %b ${quote(body, longestFirst, asOctets)} | ${curl} --data-binary @-`;
}

/** Told to send HEAD as any other method, curl waits for a body that never comes. */
function methodOf(method: string, body: string | undefined): string[] {
  if (method === 'HEAD' && body === undefined) return ['--head'];
  if (method === 'GET' && body === undefined) return [];
  return ['--request', /^\w+$/.test(method) ? method : quote(method, [])];
}

/** Without a value curl sends the header only if a semicolon ends it. */
function headerOf(name: string, value: string): string {
  return value.trim() === '' ? `${name};` : `${name}: ${value}`;
}

/** What can't be in a URL (RFC 3986, appendix A) is encoded, as newman does on the way. */
function encoded(url: string): string {
  return url.replace(/[^!#$%&'()*+,/0-9:;=?@A-Z[\]_a-z~.-]+/gu, (text) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}

/** For `printf %b`. */
function asOctets(text: string): string {
  return text.replace(/[^\n -[\]-~]+/g, (part) =>
    [...Buffer.from(part)].map((byte) => `\\0${byte.toString(8).padStart(3, '0')}`).join(''),
  );
}

const asIs = (text: string): string => text;

/** In single quotes, where nothing is special; a secret's variable stands between them in double quotes. */
function quote(text: string, secrets: readonly Secret[], change = asIs): string {
  const [secret, ...shorter] = secrets;
  if (secret === undefined) return shellQuote(change(text));
  const pieces = text.split(secret.value);
  // Beside a variable an empty piece adds nothing; an empty text alone is an argument.
  const parts = pieces.map((piece) =>
    piece === '' && pieces.length > 1 ? '' : quote(piece, shorter, change),
  );
  return parts.join(`"$${secret.variable}"`);
}
