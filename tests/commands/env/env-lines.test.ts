import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { UsageError } from '../../../scripts/base/usage-error.ts';
import { setEnvValues } from '../../../scripts/commands/env/env-files.ts';

test.each([
  ['nothing', '', 'A=1\nB=\n'],
  ['a comment', '# no\n', '# no\n\nA=1\nB=\n'],
  ['another variable, without an end', 'C=3', 'C=3\n\nA=1\nB=\n'],
  ['one of them', 'B=2\nC=3\n', 'B=\nC=3\n\nA=1\n'],
  ['both, in another order', 'B=2\n\n# c\nA=0\nC=3\n', 'B=\n\n# c\nA=1\nC=3\n'],
  ['one of them twice', 'A=7\nC=3\nA=8\nB=\n', 'A=1\nC=3\nB=\n'],
  ['spaces and `export`', ' export A = 7 # seven\nexport C=3\nB=\n', 'A=1\nexport C=3\nB=\n'],
  ['names that begin like it', 'AB=7\nA_B=8\n#A=0\nA=\nB=\n', 'AB=7\nA_B=8\n#A=0\nA=1\nB=\n'],
  ['quotes, and a value of several lines', 'C="x\ny"\nA=\'7\'\nB=\n', 'C="x\ny"\nA=1\nB=\n'],
  ['line ends of Windows', 'C=3\r\nA=7\r\nB=\r\nD=4\r\n', 'C=3\r\nA=1\nB=\nD=4\r\n'],
])('%s stands there', (_, before, after) => {
  expect(setEnvValues(before, { A: '1', B: '' })).toBe(after);
});

test.each([
  ['a value that goes on', 'A="7\n8"\n', { A: '1' }],
  ['a line within a value', 'C="x\nA=7\n"\n', { A: '1' }],
  ['a value with all three quotes', '', { A: 'a"b\'c`d' }],
])('%s is refused rather than written wrongly', (_, before, values) => {
  expect(() => setEnvValues(before, values)).toThrow(UsageError);
});

test.each(['a', 'eyJh.b_c-d', 'a+b/c==', 'a#b', 'a b', "a'b", 'a"b', 'a"b\'c', '$A', '\\n', '`'])(
  '%s is read as it was',
  (value) => {
    expect(parseEnv(setEnvValues('# x', { A: value }))).toEqual({ A: value });
  },
);
