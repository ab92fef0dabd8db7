import { expect, test } from 'vitest';
import { isNestedDeeper } from '../../scripts/model/json-depth.ts';

const nested = (levels: number): string => '[{"a":'.repeat(levels / 2) + '}]'.repeat(levels / 2);

test.each([
  ['as deep as allowed', nested(10), false],
  ['one level deeper', `[${nested(10)}]`, true],
  ['brackets in strings', JSON.stringify(['['.repeat(20), '"[{'.repeat(20), '\\']), false],
  ['many side by side', '[[],{},[]]'.repeat(20), false],
  ['never closed', '['.repeat(11), true],
  ['a string that never ends', '"[[[[[[[[[[[[', false],
  ['no JSON', ']]]]}', false],
])('%s', (_, text, wanted) => {
  expect(isNestedDeeper(text, 10)).toBe(wanted);
});
