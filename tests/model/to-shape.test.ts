import { describe, expect, test } from 'vitest';
import { mergeShapes } from '../../scripts/model/merge-shapes.ts';
import { toShape } from '../../scripts/model/to-shape.ts';
import { areCompatible, classOf } from '../../scripts/model/value-class.ts';

test.each([
  [null, 'null'],
  [true, 'boolean'],
  [1, 'number'],
  [1.5, 'number'],
  [[], 'array'],
  [{}, 'object'],
  ['', 'empty'],
  ['2026-01-12T07:40:33Z', 'date-time'],
  ['2026-01-12T07:40:33.125+01:00', 'date-time'],
  ['2026-01-12T07:40:33', 'naive date-time'],
  ['2026-01-12', 'date'],
  ['0b0e1f7e-9a3c-4c57-9d5b-2f1f6f6b8c11', 'uuid'],
  ['5f00000000000000000000c1', 'hexadecimal id'],
  ['5f00000000000000000000c1aabbccdd', 'hexadecimal id'],
  ['5f00000000000000000000c', 'text'],
  ['https://a.example/b?c=d', 'URL'],
  ['https://a.example/b c', 'text'],
  ['2026-01-12 was a Monday', 'text'],
])('%j is of the class %s', (value, want) => {
  expect(classOf(value)).toBe(want);
});

test.each([
  ['number', 'number', true],
  ['number', 'text', false],
  ['number', 'empty', false],
  ['text', 'uuid', true],
  ['empty', 'date', true],
  ['date-time', 'naive date-time', false],
  ['object', 'array', false],
  ['boolean', 'text', false],
] as const)('%s and %s go together: %s', (one, other, want) => {
  expect(areCompatible([one], [other])).toBe(want);
  expect(areCompatible([other], [one])).toBe(want);
});

describe('the shape of', () => {
  test.each([
    ['a number', 1, { '': [1, 0, 'number'] }],
    ['an object', { a: null }, { '': [1, 1, 'object'], '/a': [1, 0, 'null'] }],
    [
      'items that are not alike',
      [{ a: 1 }, { a: 'x' }, {}],
      { '': [1, 0, 'array'], '/*': [3, 3, 'object'], '/*/a': [2, 0, 'number text'] },
    ],
    [
      'a map by id or day',
      { '5f00000000000000000000c1': 1, '2026-01-12': 2, '17': 3 },
      { '': [1, 1, 'object'], '/*': [3, 0, 'number'] },
    ],
    ['a name with a slash', { 'a/b': 1 }, { '': [1, 1, 'object'], '/a~1b': [1, 0, 'number'] }],
  ])('%s', (_, json, want) => {
    expect(briefly(toShape(json))).toEqual(want);
  });

  test('what is nested too deep ends in time', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`);
    expect(Object.keys(toShape(deep)).length).toBeLessThan(100);
  });
});

test('shapes are merged: values are counted together and classes are united', () => {
  const merged = mergeShapes([toShape({ a: null }), toShape({ a: 'x', b: 1 }), toShape([])]);
  expect(briefly(merged)).toEqual({
    '': [3, 2, 'array object'],
    '/a': [2, 0, 'null text'],
    '/b': [1, 0, 'number'],
  });
});

function briefly(shape: ReturnType<typeof toShape>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shape).map(([path, { values, objects, classes }]) => [
      path,
      [values, objects, classes.join(' ')],
    ]),
  );
}
