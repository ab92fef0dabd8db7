import { expect, test } from 'vitest';
import { mapStrings } from '../../scripts/base/map-strings.ts';

const loud = (text: string): string => text.replace('quiet', 'LOUD');

test.each([
  ['quiet', 'LOUD'],
  [
    ['a', 'quiet'],
    ['a', 'LOUD'],
  ],
  [
    { quiet: 1, b: { c: ['quiet'] } },
    { LOUD: 1, b: { c: ['LOUD'] } },
  ],
  [
    { quiet: 1, LOUD: 2 },
    { LOUD: 1, 'LOUD (2)': 2 },
  ],
  [
    [null, 1, undefined, true],
    [null, 1, undefined, true],
  ],
])('%j becomes %j', (value, wanted) => {
  expect(mapStrings<unknown>(value, loud)).toEqual(wanted);
});

test('what has nothing to change is the same, not a copy', () => {
  const value = { same: { list: ['a', { b: 1 }] }, other: ['quiet', { c: 'd' }] };
  const changed = mapStrings(value, loud);
  expect(changed).not.toBe(value);
  expect(changed.same).toBe(value.same);
  expect(changed.other).toEqual(['LOUD', { c: 'd' }]);
  expect(changed.other[1]).toBe(value.other[1]);
  expect(value.other[0]).toBe('quiet');
});
