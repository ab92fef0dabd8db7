import { expect, test } from 'vitest';
import { pathsOf } from '../../../scripts/judge/coverage/properties.ts';

const text = { type: 'string' };
const tree: { readonly properties: Record<string, object> } = { properties: { name: text } };
tree.properties.children = { type: 'array', items: tree };
const condition = Object.fromEntries(
  ['if', 'then', 'else'].map((keyword) => [keyword, { properties: { [keyword]: text } }]),
);
const money = { properties: { amount: text } };

test.each([
  ['nothing', undefined, []],
  ['a schema that is true', true, []],
  ['properties', { properties: { a: text, b: { properties: { c: text } } } }, ['/a', '/b', '/b/c']],
  ['items', { items: { properties: { a: text } } }, ['/*/a']],
  ['items by their places', { prefixItems: [{ properties: { a: text } }, text] }, ['/*/a']],
  [
    'all of',
    { allOf: [{ properties: { a: text } }, { allOf: [{ properties: { b: text } }] }] },
    ['/a', '/b'],
  ],
  ['one of', { oneOf: [{ properties: { a: text } }, { properties: { a: text, b: text } }] }, ['/a', '/b']],
  ['any of, in items', { items: { anyOf: [{ properties: { a: text } }] } }, ['/*/a']],
  ['a condition', condition, ['/if', '/then', '/else']],
  ['what is only sent', { properties: { a: { ...text, writeOnly: true }, b: text } }, ['/b']],
  ['a tree', tree, ['/name', '/children']],
  ['the same schema twice', { properties: { a: money, b: money } }, ['/a', '/b', '/a/amount']],
  ['names that are data or have a slash', { properties: { '200': text, 'a/b': text } }, ['/*', '/a~1b']],
])('%s', (_, schema, want) => {
  expect(pathsOf(schema)).toEqual(want);
});

test('many ways to the same schema take no time', () => {
  let schema: object = { properties: { end: text } };
  for (let depth = 0; depth < 60; depth += 1) schema = { properties: { a: schema, b: schema } };
  expect(pathsOf(schema)).toHaveLength(121);
});
