import { expect, test } from 'vitest';
import { isSame } from '../../../../scripts/commands/diff/rules/same.ts';

type Looped = { readonly type: string; me?: Looped };

function looped(type: string): Looped {
  const schema: Looped = { type };
  schema.me = { type, me: schema };
  return schema;
}

test.each([
  ['what holds itself', looped('object'), looped('object'), true],
  ['what holds itself and is another one', looped('object'), looped('array'), false],
  ['another text', { type: 'string', title: 'A' }, { type: 'string', title: 'B' }, true],
  ['the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
  ['the order of a list', [1, 2], [2, 1], false],
  ['a longer list', [1], [1, 2], false],
  ['null and nothing', { a: null }, {}, false],
  [
    'a property that is called as a text',
    { properties: { title: { type: 'string' } } },
    { properties: { title: { type: 'integer' } } },
    false,
  ],
  [
    'the text of a property',
    { properties: { a: { title: 'A' } } },
    { properties: { a: { title: 'B' } } },
    true,
  ],
  ['a value that holds a text', { default: { title: 'a' } }, { default: { title: 'b' } }, false],
  ['the order of a list in a value', { const: ['a', 'b'] }, { const: ['b', 'a'] }, false],
  ['the order of names', { required: ['a', 'b'] }, { required: ['b', 'a'] }, true],
  ['the order of values', { not: { enum: ['a', 'b'] } }, { not: { enum: ['b', 'a'] } }, true],
  ['one of several values', { enum: ['a', { title: 'a' }] }, { enum: ['a', { title: 'b' }] }, false],
  ['an extension', { 'x-note': 1 }, { 'x-note': 2 }, true],
  ['a header that is called as a text', { headers: { tags: {} } }, { headers: {} }, false],
])('%s', (_, a, b, wanted) => {
  expect(isSame(a, b)).toBe(wanted);
});

test('members of a keyword may be called as a text', () => {
  expect(isSame([{ tags: ['a'] }], [{ tags: ['a', 'b'] }], 'dependentRequired')).toBe(false);
  expect(isSame([{ tags: ['a'] }], [{ tags: ['a', 'b'] }])).toBe(true);
});
