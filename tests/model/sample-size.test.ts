import { expect, test } from 'vitest';
import { isSampleable, isWithin } from '../../scripts/model/sample-size.ts';

/** Schemas in which each level names the next one so many times. */
function levels(count: number, times: number, wrap: (next: object[]) => object): object {
  let schema: object = { type: 'string' };
  for (let level = 0; level < count; level += 1) schema = wrap(Array.from({ length: times }, () => schema));
  return schema;
}

const named = (next: object[]): object => ({ properties: { ...next } });
const self: Record<string, unknown> = { type: 'object' };
self.properties = { self, other: { type: 'string' } };
const composed: Record<string, unknown> = { allOf: [{ type: 'object' }] };
composed.properties = { self: composed };

test.each<[string, object, boolean]>([
  ['a string', { type: 'string' }, true],
  ['itself in a property', self, true],
  ['40 levels in one another', levels(40, 1, named), true],
  ['six levels of two', levels(6, 2, named), true],
  ['what has an example', { minItems: 2e9, items: {}, example: [] }, true],
  ['as many items as nobody could hold', { type: 'array', minItems: 2e9, items: {} }, false],
  [
    'items of items',
    { type: 'array', minItems: 500, items: { type: 'array', minItems: 500, items: {} } },
    false,
  ],
  ['a text that is too long', { type: 'string', minLength: 2e8 }, false],
  ['40 levels of three in allOf', levels(40, 3, (allOf) => ({ allOf })), false],
  ['40 levels of three in oneOf', levels(40, 3, (oneOf) => ({ oneOf })), true],
  ['six levels of 50 properties', levels(6, 50, named), false],
  ['itself beside allOf', composed, false],
])('%s', (_, schema, wanted) => {
  expect(isSampleable(schema, 6)).toBe(wanted);
});

test('the parts of a value are counted wherever they are', () => {
  expect(isWithin(levels(3, 2, named), 100)).toBe(true);
  expect(isWithin(levels(40, 2, named), 100)).toBe(false);
  expect(isWithin(self, 100)).toBe(false);
});
