/** Why no response was received. `malformed`: something was received, but it breaks HTTP itself. */
export type NoResponse = { readonly words: string; readonly malformed: boolean };

type Reasons = readonly (readonly [pattern: RegExp, words: string])[];

/** What was received instead of a response. The patterns match messages of Node's parser and of zlib. */
const malformed: Reasons = [
  [/Header overflow/, 'headers of more than 128 KiB'],
  [/Parse Error: Expected HTTP/, 'bytes that do not begin an HTTP response'],
  [/Parse Error: Data after/, 'more bytes after the end of the response'],
  [
    /Parse Error: (Duplicate Content-Length|.*Transfer-Encoding)/,
    'headers that do not agree on where the body ends',
  ],
  [/Parse Error.*header/i, 'a malformed header'],
  [/Parse Error/, 'something other than HTTP'],
  [/^101 Switching Protocols/, 'a switch to another protocol, although the request had no Upgrade header'],
  [
    /^((incorrect|unknown|invalid|too many|missing) .*|header crc mismatch|unexpected end of file|decompression failed|zlib error)$/i,
    'a body that is not compressed as its Content-Encoding says',
  ],
];

/** What kept a response from being received, and what to do. */
const transport: Reasons = [
  [
    /ECONNREFUSED/,
    'nothing accepts connections there: check the base URL, and whether the server is running',
  ],
  [/ENOTFOUND|EAI_AGAIN/, 'the host name was not found: check the base URL and the network'],
  [
    /EHOSTUNREACH|ENETUNREACH|ETIMEDOUT/,
    'the host could not be reached: check the network, and proxies and firewalls on the way',
  ],
  [/^aborted$/, 'the connection was closed in the middle of the response'],
  [
    /ECONNRESET|socket hang up|EPIPE/,
    'the connection was closed before a response was received, by the server or by a proxy in front of it',
  ],
  [
    /EPROTO|wrong version number|ssl3?_/i,
    'no secure connection could be made: check whether the base URL begins with http or https',
  ],
  [
    /certificate|altnames/i,
    'the certificate of the server is not trusted: set NODE_EXTRA_CA_CERTS to the file with the certificate of your own authority',
  ],
];

/** Why no response was received, in plain words; the reported error follows in brackets. */
export function toNoResponse(reported: string): NoResponse {
  const wordsIn = (reasons: Reasons) => reasons.find(([pattern]) => pattern.test(reported))?.[1];
  const broken = wordsIn(malformed);
  const words = broken ?? wordsIn(transport);
  return {
    words: words === undefined ? reported : `${words} (${reported})`,
    malformed: broken !== undefined,
  };
}
