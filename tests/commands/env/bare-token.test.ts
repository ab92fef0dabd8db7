import { expect, test } from 'vitest';
import { bareToken } from '../../../scripts/commands/env/ask-for-token.ts';

test.each([
  ['abc.d', 'abc.d'],
  [' abc.d\r\n', 'abc.d'],
  ['Bearer abc.d', 'abc.d'],
  ['bearer  "abc.d"', 'abc.d'],
  ['"Bearer abc.d"', 'abc.d'],
  ["'abc.d'\n", 'abc.d'],
  ['`abc.d`', 'abc.d'],
  ['Authorization: Bearer abc.d', 'abc.d'],
  ['"authorization:bearer abc.d"', 'abc.d'],
  ['bearer-of-news', 'bearer-of-news'],
  ['"abc', '"abc'],
  ['Bearer', ''],
  ['""', ''],
  [' \n', ''],
])('%j', (given, wanted) => {
  expect(bareToken(given)).toBe(wanted);
});
