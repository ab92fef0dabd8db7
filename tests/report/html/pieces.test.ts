import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markDifferences } from '../../../scripts/report/html/pieces.ts';

const written = (texts: readonly string[]): string[] =>
  markDifferences(texts).map((side) =>
    side.map(({ text, marked }) => (marked ? `[${text}]` : text)).join(''),
  );

test.each([
  [
    ['50 items', '20 items'],
    ['[50] items', '[20] items'],
  ],
  [
    ['status 422', 'status 500'],
    ['status [422]', 'status [500]'],
  ],
  [
    ['date-time', 'naive date-time'],
    ['date-time', '[naive ]date-time'],
  ],
  [
    ['max-age=60', 'max-age=600'],
    ['max-age=[60]', 'max-age=[600]'],
  ],
  [
    ['404', '403'],
    ['[404]', '[403]'],
  ],
  [
    ['a, b', 'c, d'],
    ['[a, b]', '[c, d]'],
  ],
  [
    ['a b', 'a c', 'a b'],
    ['a [b]', 'a [c]', 'a [b]'],
  ],
  [
    ['', 'a'],
    ['', '[a]'],
  ],
  [
    ['a a', 'a'],
    ['a[ a]', 'a'],
  ],
  [
    ['alike', 'alike'],
    ['alike', 'alike'],
  ],
])('%j', (texts, want) => {
  expect(written(texts)).toEqual(want);
});

test('the texts stay whole, and what is not marked is the same in all', () => {
  const words = fc.array(fc.constantFrom('a', 'b', ' ', '-', '😀', '\ud800'), { maxLength: 8 });
  const text = fc.oneof(
    words.map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
      const sides = markDifferences(texts);
      const joined = sides.map((side) => side.map((piece) => piece.text).join(''));
      expect(joined).toEqual(texts);
      const common = sides.map((side) =>
        side
          .filter(({ marked }) => !marked)
          .map((piece) => piece.text)
          .join(''),
      );
      expect(new Set(common.filter((_, index) => texts[index] !== '')).size).toBeLessThanOrEqual(1);
    }),
  );
});
