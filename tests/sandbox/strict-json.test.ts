import { expect, test } from 'vitest';
import { parseStrictly } from '../../scripts/sandbox/strict-json.ts';

const parse = (text: string) => parseStrictly(Buffer.from(text), text);
const twice = (name: string) => ({ error: `the member \`${name}\` is twice in one object` });

test.each([
  ['nothing', '{"a":1,"a":2}', 'a'],
  ['a thousand spaces', `{"a"${' '.repeat(5000)}:1,"a"${' '.repeat(5000)}:2}`, 'a'],
  ['every kind of white space', '{"a" \t\r\n:1,"a"\n:2}', 'a'],
])('a name that is there twice is found with %s before its colon', (_, text, name) => {
  expect(parse(text)).toEqual(twice(name));
});

test.each([
  ['escaped', '{"a":1,"\\u0061":2}', 'a'],
  ['with a quote in it', '{"\\\\\\"":1,"\\u005c\\u0022":2}', '\\"'],
  ['that objects inherit', '{"__proto__":1,"__proto__":2}', '__proto__'],
  ['empty', '{"":1,"":2}', ''],
  ['in an object in a list', '[1,{"b":{},"c":[{"a":"x","a":"y"}]}]', 'a'],
  ['after a text that looks like a name', '{"b":"\\"a\\":","a":["a"],"a":1}', 'a'],
])('a name %s is the same name', (_, text, name) => {
  expect(parse(text)).toEqual(twice(name));
});

test.each([
  '{"a":{"a":{"a":1}},"b":{"a":1}}',
  '[{"a":1},{"a":1},"a","a"]',
  '{"a":"a","b":"a","A":"{\\"a\\":1,\\"a\\":2}"}',
  '{"__proto__":{"a":1},"constructor":{"a":1},"toString":1}',
])('%s has no name twice', (text) => {
  expect(parse(text)).toEqual({ value: JSON.parse(text) });
});

test('ten megabytes are read in a moment', () => {
  const space = ' '.repeat(1_000_000);
  const many = Array.from({ length: 10 }, (_, index) => `"${index}":"\\\\\\""${space}`).join(',');
  expect(parse(`{${many},"0"${space}:1}`)).toEqual(twice('0'));
});

test.each([
  ['{', '{'.repeat(1001), { error: expect.not.stringContaining('levels') }],
  ['[', `${'['.repeat(1001)} no JSON`, { error: expect.not.stringContaining('levels') }],
  ['[', '['.repeat(1001) + ']'.repeat(1001), { error: expect.stringContaining('levels'), unread: true }],
  ['[', '['.repeat(1_000_000), { error: expect.stringContaining('levels'), unread: true }],
])('many %s: what can be parsed is broken or too deep, and nothing else is parsed', (_, text, wanted) => {
  expect(parse(text)).toEqual(wanted);
});
