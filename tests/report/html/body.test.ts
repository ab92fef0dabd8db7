import { expect, test } from 'vitest';
import type { RecordedBody } from '../../../scripts/model/exchange.ts';
import { toBodyView } from '../../../scripts/report/html/body.ts';

const body = (text: string, cut = false): RecordedBody => ({
  text,
  size: cut ? 99_999 : text.length,
  sha256: 'ab12',
  cut,
});
const textOf = (pieces: readonly { text: string }[]): string => pieces.map(({ text }) => text).join('');
const markedIn = (pieces: readonly { text: string; marked: boolean }[]): string =>
  textOf(pieces.filter(({ marked }) => marked)).trim();

const items = Array.from({ length: 100 }, (_, number) => ({ number }));

test('what is marked is in sight, and the rest is folded', () => {
  const { before, shown, after, notes } = toBodyView(body(JSON.stringify(items)), ['/70/number']);
  expect(markedIn(shown.pieces)).toBe('"number": 70');
  expect(textOf(before.pieces) + textOf(shown.pieces) + textOf(after.pieces)).toBe(
    `${JSON.stringify(items, null, 2)}\n`,
  );
  expect(before.label).toBe('202 lines before');
  expect(after.label).toBe('70 lines after');
  expect(notes).toEqual([]);
});

test.each([
  ['/9', ''],
  ['/10', '[\n'],
])('ten lines above what is marked are shown: %s', (pointer, want) => {
  const { before } = toBodyView(body(JSON.stringify(items.map((_, number) => number))), [pointer]);
  expect(textOf(before.pieces)).toBe(want);
});

test('a body in which nothing is marked shows less at once', () => {
  expect(textOf(toBodyView(body(JSON.stringify(items)), []).shown.pieces).split('\n')).toHaveLength(19);
});

test('of a long body what is nearest to the mark is kept, and the rest is counted', () => {
  const many = Array.from({ length: 2000 }, (_, number) => number);
  const { before, shown, after } = toBodyView(body(JSON.stringify(many)), ['/1500']);
  expect(markedIn(shown.pieces)).toBe('1500,');
  expect(textOf(before.pieces)).toMatch(/ {2}1489,\n$/);
  expect(before.skipped).toMatch(/^… [\d,]+ more lines$/);
  expect(textOf(before.pieces).length + textOf(after.pieces).length).toBeLessThan(10_100);
});

test('one line without end is cut, and says so', () => {
  const { shown } = toBodyView(body('x'.repeat(1_000_000)), []);
  expect(textOf(shown.pieces)).toMatch(/^x{1000}… \(999,000 more characters\)\n$/);
});

test.each([
  ['the first pointer that leads somewhere', '{"a":{"b":1}}', ['/a/c', '/a'], '"a": {\n    "b": 1\n  }'],
  ['the nearer one of two', '{"a":{"b":1}}', ['/a/b', '/a'], '"b": 1'],
])('%s counts', (_, text, pointers, want) => {
  expect(markedIn(toBodyView(body(text), pointers).shown.pieces)).toBe(want);
});

test.each([
  ['<p>\ta</p>\r\n<p>b</p>', '<p>\ta</p>\n<p>b</p>\n'],
  ['{"a":1} and more', '{"a":1} and more\n'],
  ['{"a":1,}', '{"a":1,}\n'],
])('what is no JSON stands as it came: %j', (text, want) => {
  expect(textOf(toBodyView(body(text), ['/a']).shown.pieces)).toBe(want);
});

test('a body that is cut says how long it was, and whether the place is in it', () => {
  const beginning = '{"a":1,"b":[';
  expect(toBodyView(body(beginning, true), ['/a']).notes).toEqual([
    'Only the beginning was kept, of 99,999 bytes with SHA-256 ab12.',
  ]);
  expect(toBodyView(body(beginning, true), ['/b/0/c']).notes.at(-1)).toBe('The place /b/0/c is not in it.');
});
