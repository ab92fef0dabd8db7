import { expect, test } from 'vitest';
import { toNoResponse } from '../../scripts/judge/no-response.ts';

/** The messages are those of Node 20 and zlib. */
test.each([
  ['connect ECONNREFUSED 127.0.0.1:1', 'nothing accepts connections there: check the base URL'],
  ['getaddrinfo ENOTFOUND nowhere.example', 'the host name was not found'],
  ['getaddrinfo EAI_AGAIN nowhere.example', 'the host name was not found'],
  ['connect ETIMEDOUT 192.0.2.1:443', 'the host could not be reached'],
  ['read ECONNRESET', 'the connection was closed before a response was received'],
  ['socket hang up', 'the connection was closed before a response was received'],
  ['aborted', 'the connection was closed in the middle of the response'],
  ['write EPROTO 1:error:0A00010B:SSL routines::wrong version number', 'no secure connection could be made'],
  ['self-signed certificate in certificate chain', 'the certificate of the server is not trusted'],
  ["Hostname/IP does not match certificate's altnames", 'the certificate of the server is not trusted'],
])('%s says nothing about the contract', (reported, words) => {
  const { words: shown, malformed } = toNoResponse(reported);
  expect(shown.startsWith(words)).toBe(true);
  expect(shown.endsWith(` (${reported})`)).toBe(true);
  expect(malformed).toBe(false);
});

test.each([
  ['Parse Error: Header overflow', 'headers of more than 128 KiB'],
  ['Parse Error: Invalid header token', 'a malformed header'],
  ['Parse Error: Invalid header value char', 'a malformed header'],
  ['Parse Error: Expected HTTP/', 'bytes that do not begin an HTTP response'],
  ['Parse Error: Data after `Connection: close`', 'more bytes after the end of the response'],
  ['Parse Error: Invalid character in chunk size', 'something other than HTTP'],
  [
    '101 Switching Protocols, although no upgrade was requested',
    'a switch to another protocol, although the request had no Upgrade header',
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
  expect(toNoResponse(reported)).toEqual({ words: `${words} (${reported})`, malformed: true });
});

test('an unknown error is reported as it is', () => {
  expect(toNoResponse('no complete response within 2 s')).toEqual({
    words: 'no complete response within 2 s',
    malformed: false,
  });
});
