import { expect, test } from 'vitest';
import { patternProblems } from '../../../scripts/suite/checks/patterns.ts';
import { onePath } from '../../fixtures/one-path.ts';
import { openText } from '../../fixtures/open.ts';

test.each([
  ['^a+$', []],
  ['^(a+)+$', ['pattern-slow']],
  ['(', ['pattern-invalid']],
  ['\\-', ['pattern-invalid']],
])('the pattern %s of a parameter', async (pattern, codes) => {
  const schema = { type: 'string', pattern };
  const { spec } = await openText(
    onePath('/x', { get: { parameters: [{ name: 'q', in: 'query', schema }] } }),
  );
  const problems = patternProblems(spec);
  expect(problems.map(({ code }) => code)).toEqual(codes);
  for (const { severity, pointer, message } of problems) {
    expect([severity, pointer]).toEqual(['warning', '/paths/~1x/get/parameters/0/schema/pattern']);
    expect(message).toContain(`\`${pattern}\``);
  }
});
