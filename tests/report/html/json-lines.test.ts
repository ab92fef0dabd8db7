import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinPointer } from '../../../scripts/base/pointer.ts';
import { toJsonLines } from '../../../scripts/report/html/json-lines.ts';

const written = (text: string, pointer?: string): string[] =>
  toJsonLines(text, pointer).map((line) => `${line.marked ? '>' : ' '}${line.text}`);

const list = '{"items":[{"id":1,"tags":[]},{"id":2,"tags":["a"]}],"id":3}';

test.each([
  [
    'a value',
    list,
    '/items/1/id',
    [
      ' {',
      '   "items": [',
      '     {',
      '       "id": 1,',
      '       "tags": []',
      '     },',
      '     {',
      '>      "id": 2,',
      '       "tags": [',
      '         "a"',
      '       ]',
      '     }',
      '   ],',
      '   "id": 3',
      ' }',
    ],
  ],
  [
    'an object, with its name',
    '{"a":{"b":1},"c":2}',
    '/a',
    [' {', '>  "a": {', '>    "b": 1', '>  },', '   "c": 2', ' }'],
  ],
  ['an empty array', '{"a":[],"b":{}}', '/a', [' {', '>  "a": [],', '   "b": {}', ' }']],
  ['the whole', '[1]', '', ['>[', '>  1', '>]']],
  [
    'a name that is escaped, in the pointer and in the body',
    '{"a/b":1,"\\u0063":2}',
    '/c',
    [' {', '   "a/b": 1,', '>  "\\u0063": 2', ' }'],
  ],
  ['a name with a slash', '{"a/b":1}', '/a~1b', [' {', '>  "a/b": 1', ' }']],
  ['both of a name that comes twice', '{"a":1,"a":2}', '/a', [' {', '>  "a": 1,', '>  "a": 2', ' }']],
  ['nothing where there is nothing', '{"a":1}', '/b', [' {', '   "a": 1', ' }']],
  ['nothing inside of a text', '{"a":"b"}', '/a/0', [' {', '   "a": "b"', ' }']],
  ['a text alone', '"a"', '', ['>"a"']],
])('marks %s', (_, text, pointer, want) => {
  expect(written(text, pointer)).toEqual(want);
});

test.each([
  [
    'numbers as they were sent',
    '[1.0,1e400,9007199254740993]',
    [' [', '   1.0,', '   1e400,', '   9007199254740993', ' ]'],
  ],
  ['what is cut off', '{"a":["b","c', [' {', '   "a": [', '     "b",', '     "c']],
  ['signs and quotes inside of texts', '{"a":"{\\"b\\":[1,2]}"}', [' {', '   "a": "{\\"b\\":[1,2]}"', ' }']],
  ['nothing', '', []],
])('keeps %s', (_, text, want) => {
  expect(written(text)).toEqual(want);
});

test('nothing but white space is changed, and the value that is marked is the one that is meant', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (text) => {
      const value: unknown = JSON.parse(text);
      const lines = toJsonLines(text, undefined);
      expect(JSON.parse(lines.map((line) => line.text).join('\n'))).toEqual(value);
      for (const [pointer, inside] of places(value)) {
        const marked = toJsonLines(text, pointer).filter((line) => line.marked);
        const json = marked
          .map((line) => line.text)
          .join('\n')
          .replace(/,$/, '');
        // A property is marked with its name.
        const read = (source: string): unknown => JSON.parse(source);
        const isNamed = !isWhole(json);
        expect(isNamed ? Object.values(read(`{${json}}`) ?? {})[0] : read(json)).toEqual(inside);
      }
    }),
    { numRuns: 60 },
  );
});

function isWhole(json: string): boolean {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}

function places(value: unknown, pointer = ''): [string, unknown][] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [[pointer, value], ...inside.flatMap(([name, one]) => places(one, joinPointer(pointer, name)))];
}

test('a body that is nested without end is written in a moment', () => {
  const deep = '['.repeat(100_000);
  expect(toJsonLines(deep, '/0/0')).toHaveLength(100_000);
});
