import { expect, test } from 'vitest';
import type { Outcome } from '../../scripts/model/outcome.ts';
import { checkLeaks } from '../../scripts/sandbox/leaks.ts';
import { limitOutcomes } from '../../scripts/sandbox/limit-outcomes.ts';
import { checkUndocumented } from '../../scripts/sandbox/undocumented.ts';

const outcome = (message: string, verdict: Outcome['verdict'] = 'drift'): Outcome => ({
  check: 'undocumented',
  verdict,
  message,
});
const many = (count: number): Outcome[] => Array.from({ length: count }, (_, index) => outcome(`${index}`));

test.each([0, 1, 10])('%i outcomes are all shown', (count) => {
  expect(limitOutcomes(many(count), 'names')).toEqual(many(count));
});

test('of more the first ten are shown, and how many there are', () => {
  const shown = limitOutcomes([...many(11), outcome('other')], 'names', ({ message }) => message !== 'other');
  expect(shown.map(({ message }) => message)).toEqual([
    ...many(10).map(({ message }) => message),
    'other',
    'more than 10 names',
  ]);
  expect(shown.at(-1)).toMatchObject({ verdict: 'drift', actual: '11 names' });
});

test('each verdict, and each clause, has its own ten', () => {
  const bad = outcome('bad', 'failed');
  const elsewhere = { ...outcome('elsewhere'), pointer: '/p' };
  const shown = limitOutcomes([...many(12), bad, elsewhere], 'names');
  expect(shown.length).toBe(13);
  expect(shown).toEqual(expect.arrayContaining([bad, elsewhere]));
});

test('a body of a thousand properties that nobody described is eleven outcomes', () => {
  const body = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`p${index}`, index]));
  const found = checkUndocumented(body, 0, [{ properties: {} }], '/p');
  expect(found.length).toBe(11);
  expect(found.at(-1)?.actual).toBe('1000 properties that are not described');
  expect(found.at(-1)?.message).toBe('more than 10 properties that are not described');
});

test('a thousand telling headers are eleven outcomes', () => {
  const headers = Array.from({ length: 1000 }, (_, index) => ({ key: `X-Debug-${index}`, value: 'on' }));
  const found = checkLeaks('200', '', headers);
  expect(found.length).toBe(11);
  expect(found.at(-1)).toMatchObject({ verdict: 'drift', actual: expect.stringMatching(/^1000 headers/) });
});
