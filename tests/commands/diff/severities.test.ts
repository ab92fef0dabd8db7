import { expect, test } from 'vitest';
import { parseSeverities } from '../../../scripts/commands/diff/severities.ts';

test('a severity file', () => {
  const text =
    '# ours\n\noperation-removed warning # until June\r\n  request-type-narrowed:  none\nwebhooks-changed: info\n';
  expect(parseSeverities(text, 's.txt')).toEqual({
    severities: new Map([
      ['operation-removed', 'warning'],
      ['request-type-narrowed', 'none'],
      ['webhooks-changed', 'info'],
    ]),
    problems: [],
  });
});

test.each([
  ['operation-removd error', 'There is no rule `operation-removd`. Did you mean `operation-removed`?'],
  ['no-such-rule error', 'There is no rule `no-such-rule`. docs/diff-rules.md lists all.'],
  ['operation-removed warn', '`warn` is not a severity: write error, warning, info or none.'],
  [
    'operation-removed eror',
    '`eror` is not a severity: write error, warning, info or none. Did you mean `error`?',
  ],
  [
    'operation-removed',
    'A line has the id of a rule and its severity (error, warning, info or none), as in `operation-removed warning`.',
  ],
  [
    'operation-removed error now',
    'A line has the id of a rule and its severity (error, warning, info or none), as in `operation-removed warning`.',
  ],
  ['webhooks-changed info', 'The rule `webhooks-changed` has a severity already. Remove one of the lines.'],
  ['\u001b[31mx error', 'There is no rule `\\u001b[31mx`. docs/diff-rules.md lists all.'],
])('the line `%s`', (line, message) => {
  const { problems } = parseSeverities(`webhooks-changed none\n  ${line}\n`, 's.txt');
  const location = { file: 's.txt', line: 2, column: 3 };
  expect(problems).toEqual([{ code: 'severity-file', severity: 'error', message, location }]);
});
