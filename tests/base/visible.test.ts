import { expect, test } from 'vitest';
import { jsonText } from '../../scripts/base/json-text.ts';
import { visible, visibleInFile, withoutCommands } from '../../scripts/base/visible.ts';

test.each([
  ['C0', '\u0000 \u0007 \u001b[2J \r', '\\u0000 \\u0007 \\u001b[2J \\u000d'],
  ['DEL and C1', '\u007f \u0085 \u009b31m', '\\u007f \\u0085 \\u009b31m'],
  ['controls of direction', '\u061c\u200e\u200f\u202a\u202e\u2066\u2069', undefined],
  ['separators of lines', '\u2028 \u2029', '\\u2028 \\u2029'],
  ['halves of surrogate pairs', '\ud800 \udfff', '\\ud800 \\udfff'],
])('%s are shown', (_, text, shown) => {
  const expected =
    shown ?? [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  expect(visible(text)).toBe(expected);
  expect(visibleInFile(`\t${text}`)).toBe(`\t${expected}`);
});

test('letters of every script are text, and so is a line feed', () => {
  const text = 'שלום\nمرحبا\nnaïve 😊 \u200d';
  expect(visible(text)).toBe(text);
});

test('what is JSON stays the same value', () => {
  const value = { 'a\u009b': ['\u202e \\\u009b \ud800', '\u2028"\u007f'] };
  expect(jsonText(value, 2)).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u{2028}\u{202e}]/u);
  expect(JSON.parse(jsonText(value, 2))).toEqual(value);
});

test.each([
  ['::error::x', '\\u003a:error::x'],
  ['a\n::error file=x::y', 'a\n\\u003a:error file=x::y'],
  ['a\n \t::stop-commands::x', 'a\n \t\\u003a:stop-commands::x'],
  ['\u200b:\u00ad:error::x', '\u200b\\u003a\u00ad:error::x'],
  ['said ##[error]x', 'said #\\u0023[error]x'],
  ['##vso[task.complete]', '#\\u0023vso[task.complete]'],
  ["###teamcity[message text='x']", "##\\u0023teamcity[message text='x']"],
])('%j gives no command', (text, inert) => {
  expect(withoutCommands(text)).toBe(inert);
});

test.each(['a::b', 'std::vector', '## Heading', 'a[##]', 'x: :y'])('%j is left as it is', (text) => {
  expect(withoutCommands(text)).toBe(text);
});
