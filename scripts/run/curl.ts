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
  const sent = headers.filter(([name]) => !ownHeaders.has(name.toLowerCase()));
  const parts = [
    ...(method === 'GET' ? [] : ['--request', method]),
    quote(url, secrets),
    ...sent.flatMap(([name, value]) => ['--header', quote(`${name}: ${value}`, secrets)]),
    ...(body === undefined ? [] : ['--data', quote(body, secrets)]),
  ];
  return ['curl', '--include', ...parts].join(' ');
}

/** In single quotes, where nothing is special; a secret's variable stands between them in double quotes. */
function quote(text: string, secrets: readonly Secret[]): string {
  const quoted = `'${text.replaceAll("'", `'\\''`)}'`;
  return secrets.reduce(
    (result, { value, variable }) => result.replaceAll(value, `'"$${variable}"'`),
    quoted,
  );
}
