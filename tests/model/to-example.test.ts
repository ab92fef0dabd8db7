import { expect, test } from 'vitest';
import type { SchemaObject } from '../../scripts/model/spec.ts';
import { toExample as exampleOf, type RequestValue } from '../../scripts/model/to-example.ts';

/** The types of openapi-types don't know each combination. */
function toExample(part: object, schema: object): RequestValue {
  return exampleOf(part, schema as SchemaObject);
}

test.each<[string, object, object, unknown]>([
  ['a pattern', {}, { type: 'string', pattern: '^[A-Z]{3}$' }, 'AAA'],
  [
    'a pattern that looks ahead',
    {},
    { type: 'string', pattern: '^(?=.*\\d)(?=.*[A-Z])\\w{8,}$' },
    'aA1bcdef',
  ],
  ['a pattern and a length', {}, { type: 'string', pattern: '^a+b$', minLength: 4, maxLength: 4 }, 'aaab'],
  ['a step', {}, { type: 'number', minimum: 0.25, multipleOf: 0.1 }, 0.3],
  ['limits on both sides', {}, { type: 'integer', exclusiveMinimum: 4, exclusiveMaximum: 6 }, 5],
  [
    'items that differ',
    {},
    { type: 'array', minItems: 2, uniqueItems: true, items: { enum: ['a', 'b'] } },
    ['a', 'b'],
  ],
  [
    'an item that must be there',
    {},
    { type: 'array', contains: { const: 7 }, items: { type: 'integer', minimum: 1 } },
    [7],
  ],
  [
    'what depends on another',
    {},
    {
      type: 'object',
      required: ['a'],
      properties: { a: { const: 1 }, b: { const: 2 } },
      dependentRequired: { a: ['b'] },
    },
    { a: 1, b: 2 },
  ],
  [
    'a condition',
    {},
    {
      type: 'object',
      required: ['kind'],
      properties: { kind: { enum: ['x', 'y'] } },
      if: { properties: { kind: { const: 'x' } } },
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
      then: false,
    },
    { kind: 'y' },
  ],
  [
    'what only one branch accepts',
    {},
    {
      oneOf: [
        { type: 'integer', minimum: 0 },
        { type: 'integer', maximum: 0 },
      ],
    },
    1,
  ],
  ['what is not allowed', {}, { type: 'string', not: { enum: ['string'] } }, 'string1'],
  [
    'the first example that fits',
    { examples: { a: { value: true }, b: { value: 'x' } } },
    { type: 'string' },
    'x',
  ],
  ['null, if the schema allows it', { example: null }, { type: ['string', 'null'] }, null],
  ['an empty `example:` is none', { example: null }, { type: 'string' }, 'string'],
  ['a default that fits nothing', {}, { type: 'integer', minimum: 5, default: 1 }, 5],
  ['an external example', { examples: { a: { externalValue: 'a.json' } } }, { type: 'boolean' }, true],
])('%s', (_, part, schema, value) => {
  expect(toExample(part, schema)).toMatchObject({ value });
  expect(toExample(part, schema).doubt).toBeUndefined();
});

test.each<[string, object, object, string, string]>([
  [
    'an example of another type',
    { example: true },
    { type: 'string' },
    'example-mismatch',
    'type: it must be string',
  ],
  [
    'nothing fits',
    {},
    { type: 'integer', minimum: 2, maximum: 1 },
    'value-not-found',
    'maximum: it is above 1',
  ],
  [
    'a part does not fit',
    {},
    { type: 'object', required: ['a'], properties: { a: false } },
    'value-not-found',
    '/a',
  ],
  ['what is too large', {}, { type: 'string', minLength: 1e9 }, 'example-too-large', 'would be too large'],
  [
    'a pattern that might never end',
    {},
    { type: 'string', pattern: '^(a+)+$' },
    'value-not-found',
    'takes too long',
  ],
])('a doubt: %s', (_, part, schema, code, reason) => {
  expect(toExample(part, schema).doubt).toEqual({ code, reason: expect.stringContaining(reason) });
});

const id = { type: 'integer', readOnly: true };
const named = { type: 'object', required: ['id', 'name'], properties: { id, name: { const: 'n' } } };

test.each<[string, object]>([
  ['a property', named],
  [
    'in allOf',
    {
      allOf: [
        { properties: { id } },
        { required: ['id', 'name'], properties: { id: {}, name: { const: 'n' } } },
      ],
    },
  ],
  [
    'in all branches',
    { oneOf: [named, { ...named, properties: { ...named.properties, name: { const: 'm' } } }] },
  ],
  [
    'as a whole schema',
    { ...named, properties: { ...named.properties, id: { anyOf: [{ type: 'null' }, id] } } },
  ],
])('readOnly properties are not sent: %s', (_, schema) => {
  expect(toExample({}, schema)).toMatchObject({ value: { name: 'n' }, removed: [] });
  expect(toExample({}, schema).value).not.toHaveProperty('id');
  const given = toExample({ example: [{ id: 1, name: 'n' }] }, { type: 'array', items: schema });
  expect(given).toMatchObject({ value: [{ name: 'n' }], removed: ['/0/id'] });
  expect(given.doubt).toBeUndefined();
});

test('what only one branch has read-only is sent, and so is what is writeOnly', () => {
  const writable = {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'integer', writeOnly: true } },
  };
  const schema = { anyOf: [{ ...named, required: ['name'] }, writable] };
  expect(toExample({ example: { id: 1 } }, schema).value).toEqual({ id: 1 });
});

test('what the spec does not state is invented', () => {
  const properties = {
    a: { type: 'string' },
    b: { enum: ['x'] },
    c: { type: 'integer', minimum: 3 },
    d: { type: 'array', items: { type: 'number' } },
    e: { type: 'boolean' },
    f: { example: 'known' },
  };
  expect(toExample({}, { type: 'object', properties }).invented).toEqual(['/a', '/d/0']);
  expect(toExample({ example: { a: 'given' } }, { type: 'object', properties }).invented).toEqual([]);
});
