import { expect, test } from 'vitest';
import { toNoAnswer } from '../../scripts/judge/no-response.ts';

/** The messages are those of Node 20 and zlib. */
test.each([
  ['connect ECONNREFUSED 127.0.0.1:1', 'nothing takes connections there: check the base URL'],
  ['getaddrinfo ENOTFOUND nowhere.example', 'the name of the host is not found'],
  ['getaddrinfo EAI_AGAIN nowhere.example', 'the name of the host is not found'],
  ['connect ETIMEDOUT 192.0.2.1:443', 'the host is not reached'],
  ['read ECONNRESET', 'the connection was closed before an answer came'],
  ['socket hang up', 'the connection was closed before an answer came'],
  ['aborted', 'the connection was closed in the middle of the answer'],
  ['write EPROTO 1:error:0A00010B:SSL routines::wrong version number', 'no secure connection comes about'],
  ['self-signed certificate in certificate chain', 'the certificate of the server is not trusted'],
  ["Hostname/IP does not match certificate's altnames", 'the certificate of the server is not trusted'],
])('%s says nothing about the contract', (reported, words) => {
  const { words: told, malformed } = toNoAnswer(reported);
  expect(told.startsWith(words)).toBe(true);
  expect(told.endsWith(` (${reported})`)).toBe(true);
  expect(malformed).toBe(false);
});

test.each([
  ['Parse Error: Header overflow', 'headers of more than 16 KiB'],
  ['Parse Error: Invalid header token', 'a header that is none'],
  ['Parse Error: Invalid header value char', 'a header that is none'],
  ['Parse Error: Expected HTTP/', 'bytes that belong to no answer, or to none of HTTP'],
  ['Parse Error: Data after `Connection: close`', 'more bytes after the end of the answer'],
  ['Parse Error: Invalid character in chunk size', 'something else than HTTP'],
  [
    '101 Switching Protocols, though no upgrade was asked for',
    'a change of the protocol, which a server must not make unless the request has the header Upgrade',
  ],
  ['Parse Error: Duplicate Content-Length', 'headers that do not agree on where the body ends'],
  [
    "Parse Error: Content-Length can't be present with Transfer-Encoding",
    'headers that do not agree on where the body ends',
  ],
  ['Decompression failed', 'a body that is not compressed as its Content-Encoding says'],
  ['unknown compression method', 'a body that is not compressed as its Content-Encoding says'],
  ['incorrect header check', 'a body that is not compressed as its Content-Encoding says'],
  ['unexpected end of file', 'a body that is not compressed as its Content-Encoding says'],
])('%s breaks HTTP itself', (reported, words) => {
  expect(toNoAnswer(reported)).toEqual({ words: `${words} (${reported})`, malformed: true });
});

test('what nobody knows is told as it is', () => {
  expect(toNoAnswer('no whole answer within 2 s')).toEqual({
    words: 'no whole answer within 2 s',
    malformed: false,
  });
});
