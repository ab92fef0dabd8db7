import { expect, test } from 'vitest';
import { formatUtc, parseUtc } from '../../scripts/simulator/time.ts';

test.each([
  ['2026-01-12T00:00:00', Date.UTC(2026, 0, 12)],
  ['2026-01-12T00:00:00Z', Date.UTC(2026, 0, 12)],
  ['2026-01-12T00:00:00.5', Date.UTC(2026, 0, 12) + 500],
  ['2026-01-12T00:00:00.123456Z', Date.UTC(2026, 0, 12) + 123],
  ['2024-02-29T23:59:59', Date.UTC(2024, 1, 29, 23, 59, 59)],
  ['2026-02-29T00:00:00', undefined],
  ['2026-13-01T00:00:00', undefined],
  ['2026-01-12T24:00:00', undefined],
  ['2026-01-12T00:60:00', undefined],
])('%s is %s', (text, milliseconds) => {
  expect(parseUtc(text)).toBe(milliseconds);
});

test.each([
  [Date.UTC(2026, 0, 12), '2026-01-12T00:00:00'],
  [Date.UTC(2026, 0, 12) + 589, '2026-01-12T00:00:00.589000'],
])('%i is written as %s', (milliseconds, text) => {
  expect(formatUtc(milliseconds)).toBe(text);
  expect(parseUtc(text)).toBe(milliseconds);
});
