import type { SentRequest } from './item-run.ts';

/** A value that must not be shown, and the shell variable that holds it. */
export type Secret = { readonly value: string; readonly variable: string };

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

/** A command for a POSIX shell that sends the request again; secrets are shell variables. */
export function toCurl({ method, url, headers, body }: SentRequest, secrets: readonly Secret[]): string {
  const longestFirst = [...secrets].sort((a, b) => b.value.length - a.value.length);
  const sent = headers.filter(([name]) => !ownHeaders.has(name.toLowerCase()));
  const parts = [
    ...(method === 'GET' ? [] : ['--request', method]),
    quote(url, longestFirst),
    ...sent.flatMap(([name, value]) => ['--header', quote(`${name}: ${value}`, longestFirst)]),
    ...(body === undefined ? [] : ['--data', quote(body, longestFirst)]),
  ];
  return ['curl', '--include', ...parts].join(' ');
}

/** In single quotes, where nothing is special; a secret's variable stands between them in double quotes. */
function quote(text: string, secrets: readonly Secret[]): string {
  const [secret, ...shorter] = secrets;
  if (secret === undefined) return `'${text.replaceAll("'", `'\\''`)}'`;
  const pieces = text.split(secret.value);
  // Beside a variable an empty piece adds nothing; an empty text alone is an argument.
  const parts = pieces.map((piece) => (piece === '' && pieces.length > 1 ? '' : quote(piece, shorter)));
  return parts.join(`"$${secret.variable}"`);
}
