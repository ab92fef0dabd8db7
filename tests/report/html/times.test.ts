import { expect, test } from 'vitest';
import { createTagger } from '../../../scripts/report/html/tags.ts';
import { toTimes } from '../../../scripts/report/html/times.ts';
import { runResult } from '../builder.ts';

const green = runResult([]);
const [model = expect.fail()] = green.cases;

const taking = (...times: readonly number[]) => {
  const result = { ...green, cases: times.map((durationMs) => ({ ...model, durationMs })) };
  return toTimes(result, createTagger(result));
};

test.each([
  [0, '0 1'],
  [1, '0 1'],
  [6, '0 1 2 3 4 5 6'],
  [7, '0 2 4 6 8'],
  [185, '0 50 100 150 200'],
  [3001, '0 1,000 2,000 3,000 4,000'],
])('an axis up to %i ms', (longest, want) => {
  const { ticks } = taking(longest);
  expect(ticks.map(({ text }) => text).join(' ')).toBe(want);
  expect([ticks[0]?.at, ticks.at(-1)?.at]).toEqual([0, 100]);
});

test('a bar from the fastest to the slowest case, with the median', () => {
  const [operation] = taking(100, 20, 40, 30).operations;
  expect(operation?.rows).toMatchObject([
    { text: '20 to 100 ms, median 30 ms', from: 20, width: 80, median: 30 },
  ]);
});

test('one case is a dot, and what was not answered is none', () => {
  expect(taking(50).operations[0]?.rows).toMatchObject([{ text: '50 ms', from: 100, width: 0.4 }]);
  const { status: _, ...unanswered } = model;
  const result = { ...green, cases: [unanswered] };
  expect(toTimes(result, createTagger(result)).operations).toEqual([]);
});
