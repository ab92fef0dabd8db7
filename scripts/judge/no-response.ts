/** Why no answer came. `malformed`: something came, and it breaks HTTP itself. */
export type NoAnswer = { readonly words: string; readonly malformed: boolean };

type Known = { readonly pattern: RegExp; readonly words: string };

/** What came, where it can't be read as an answer; the messages are those of Node's parser and of zlib. */
const malformed: readonly Known[] = [
  { pattern: /Header overflow/, words: 'headers of more than 16 KiB' },
  { pattern: /Parse Error: Expected HTTP/, words: 'bytes that belong to no answer, or to none of HTTP' },
  {
    pattern: /Parse Error: Data after/,
    words: 'more bytes after the end of the answer',
  },
  {
    pattern: /Parse Error: (Duplicate Content-Length|.*Transfer-Encoding)/,
    words: 'headers that do not agree on where the body ends',
  },
  { pattern: /Parse Error.*header/i, words: 'a header that is none' },
  { pattern: /Parse Error/, words: 'something else than HTTP' },
  {
    pattern: /^101 Switching Protocols/,
    words: 'a change of the protocol, which a server must not make unless the request has the header Upgrade',
  },
  {
    pattern:
      /^((incorrect|unknown|invalid|too many|missing) .*|header crc mismatch|unexpected end of file|decompression failed|zlib error)$/i,
    words: 'a body that is not compressed as its Content-Encoding says',
  },
];

/** What kept an answer from coming, and what can be done. */
const transport: readonly Known[] = [
  {
    pattern: /ECONNREFUSED/,
    words: 'nothing takes connections there: check the base URL, and that the server runs',
  },
  {
    pattern: /ENOTFOUND|EAI_AGAIN/,
    words: 'the name of the host is not found: check the base URL and the network',
  },
  {
    pattern: /EHOSTUNREACH|ENETUNREACH|ETIMEDOUT/,
    words: 'the host is not reached: check the network, and proxies and firewalls on the way',
  },
  { pattern: /^aborted$/, words: 'the connection was closed in the middle of the answer' },
  {
    pattern: /ECONNRESET|socket hang up|EPIPE/,
    words: 'the connection was closed before an answer came, by the server or by what stands before it',
  },
  {
    pattern: /EPROTO|wrong version number|ssl3?_/i,
    words: 'no secure connection comes about: check whether the base URL begins with http or https',
  },
  {
    pattern: /certificate|altnames/i,
    words:
      'the certificate of the server is not trusted: name that of your own authority in NODE_EXTRA_CA_CERTS',
  },
];

/** Why no answer came, in the words of those who see it; what was reported stands behind them. */
export function toNoAnswer(reported: string): NoAnswer {
  const broken = malformed.find(({ pattern }) => pattern.test(reported));
  if (broken !== undefined) return { words: `${broken.words} (${reported})`, malformed: true };
  const known = transport.find(({ pattern }) => pattern.test(reported));
  return { words: known === undefined ? reported : `${known.words} (${reported})`, malformed: false };
}
