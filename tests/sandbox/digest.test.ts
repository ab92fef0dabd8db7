import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digest } from '../../scripts/sandbox/recheck.ts';

test('the same text has the same digest, however long it is, and a short one', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => digest(text) === digest(`${text}`)));
  expect(digest('x'.repeat(100_000)).length).toBeLessThan(25);
});

test('texts that differ in a character, or in the order of two, differ', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      (text, at, other) => {
        const place = at % text.length;
        const changed = text.slice(0, place) + other + text.slice(place + 1);
        expect(digest(changed) === digest(text)).toBe(changed === text);
        const turned = text.slice(place) + text.slice(0, place);
        expect(digest(turned) === digest(text)).toBe(turned === text);
      },
    ),
  );
});

test('no two of many texts that are much alike have the same', () => {
  const texts = Array.from({ length: 200_000 }, (_, at) => `{"status":"running","seconds":${at}}`);
  expect(new Set(texts.map(digest)).size).toBe(texts.length);
});
