import { expect, test } from 'vitest';
import type { Outcome } from '../../scripts/model/outcome.ts';
import { bounded } from '../../scripts/sandbox/bounded.ts';
import { checkLeaks } from '../../scripts/sandbox/leaks.ts';
import { checkUndocumented } from '../../scripts/sandbox/undocumented.ts';

const outcome = (message: string, verdict: Outcome['verdict'] = 'drift'): Outcome => ({
  check: 'undocumented',
  verdict,
  message,
});
const many = (count: number): Outcome[] => Array.from({ length: count }, (_, index) => outcome(`${index}`));

test.each([0, 1, 10, 11])('%i outcomes are all shown', (count) => {
  expect(bounded(many(count), 'names')).toEqual(many(count));
});

test('of more the first ten are shown, and how many more, as bad as the worst of them', () => {
  const shown = bounded(
    [...many(11), outcome('bad', 'failed'), outcome('other')],
    'names',
    ({ message }) => message !== 'other',
  );
  expect(shown.map(({ message }) => message)).toEqual([
    ...many(10).map(({ message }) => message),
    'other',
    'and 2 more names',
  ]);
  expect(shown.at(-1)).toMatchObject({ verdict: 'failed', actual: '12 names' });
});

test('a body of a thousand properties that nobody described is eleven outcomes', () => {
  const body = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`p${index}`, index]));
  const found = checkUndocumented(body, 0, [{ properties: {} }], '/p');
  expect(found.length).toBe(11);
  expect(found.at(-1)?.message).toBe('and 990 more properties that are not described');
});

test('a thousand telling headers are eleven outcomes', () => {
  const headers = Array.from({ length: 1000 }, (_, index) => ({ key: `X-Debug-${index}`, value: 'on' }));
  const found = checkLeaks('200', '', headers);
  expect(found.length).toBe(11);
  expect(found.at(-1)).toMatchObject({ verdict: 'drift', actual: expect.stringMatching(/^1000 headers/) });
});
