import { testDiff } from './test-diff.ts';

const address = (schema: string): string => `{ components: { schemas: { Address: ${schema} } } }`;
const ofStrings = address('{ additionalProperties: { type: string } }');
const draft = (schema: string): string => `{ components: { schemas: { Draft: ${schema} } } }`;
const withZip = address('{ properties: { zip: { type: string } } }');

testDiff('other properties', [
  ['any, said by true', address('{ additionalProperties: true }'), []],
  ['any, said by an empty schema', address('{ additionalProperties: {} }'), []],
  [
    'any, with a text',
    address('{ additionalProperties: { description: Anything. } }'),
    ['texts: 1'],
    address('{ additionalProperties: { description: All. } }'),
  ],
  [
    'a new property that was one of the others',
    withZip,
    [
      '· listOrders, createOrder, getOrder: new property `Address.zip` in responses @ zip:',
      '· createOrder: new optional body property `to.zip` @ zip:',
    ],
    ofStrings,
  ],
  [
    'a new property that allows less than the others',
    address('{ properties: { zip: { type: string, maxLength: 5 } } }'),
    [
      '✗ createOrder: body property `to.zip` has a new `maxLength` 5 @ maxLength: 5',
      '· listOrders, createOrder, getOrder: new property `Address.zip` in responses @ zip:',
      '· createOrder: new optional body property `to.zip` @ zip:',
      '· listOrders, createOrder, getOrder: `Address.zip` has a new `maxLength` 5 in responses @ maxLength: 5',
    ],
    ofStrings,
  ],
  [
    'a new property that none of the others could be',
    address('{ properties: { zip: { type: integer } } }'),
    [
      '✗ listOrders, createOrder, getOrder: `Address.zip` is integer instead of string @ type: integer',
      '· listOrders, createOrder, getOrder: new property `Address.zip` in responses @ zip:',
      '· createOrder: new optional body property `to.zip` @ zip:',
    ],
    ofStrings,
  ],
  [
    'a property that is one of the others now',
    address('{ properties: { zip: ~ } }'),
    ['· listOrders, createOrder, getOrder: `Address.zip` is now one of the other properties @- zip:'],
    address('{ additionalProperties: { type: string }, properties: { zip: { type: string } } }'),
  ],
  [
    'a required property that is one of the others now, which allow more',
    address('{ required: [city], properties: { zip: ~ } }'),
    [
      '✗ listOrders, createOrder, getOrder: `Address.zip` may now be missing in responses @ required:',
      '✗ listOrders, createOrder, getOrder: `Address.zip` no longer has `maxLength` 5 in responses @- maxLength: 5',
      '· createOrder: body property `to.zip` may now be left out @ required:',
      '· listOrders, createOrder, getOrder: `Address.zip` is now one of the other properties @- zip:',
      '· createOrder: body property `to.zip` no longer has `maxLength` 5 @- maxLength: 5',
    ],
    address(
      '{ required: [city, zip], additionalProperties: { type: string }, properties: { zip: { type: string, maxLength: 5 } } }',
    ),
  ],
  [
    'any, so that none is left unevaluated',
    address('{ additionalProperties: true, unevaluatedProperties: false }'),
    [],
  ],
  [
    'none, said by `unevaluatedProperties`',
    address('{ unevaluatedProperties: false }'),
    [
      '✗ createOrder: body property `to` no longer accepts other properties @ unevaluatedProperties: false',
      '· listOrders, createOrder, getOrder: `Address` no longer has other properties in responses @ unevaluatedProperties: false',
    ],
  ],
  [
    'closed in a part that does not name all',
    draft(
      '{ properties: ~, additionalProperties: ~, allOf: [{ properties: { a: { type: string } }, additionalProperties: false }, { properties: { b: { type: string } } }] }',
    ),
    ['✗ createOrder: the body no longer has `b` @- b:'],
    draft(
      '{ required: ~, properties: { title: ~, state: ~, price: ~, gift: ~, to: ~, a: { type: string }, b: { type: string } } }',
    ),
  ],
  [
    'closed by what sees all parts',
    draft(
      '{ properties: ~, additionalProperties: ~, allOf: [{ properties: { a: { type: string } } }, { properties: { b: { type: string } } }], unevaluatedProperties: false }',
    ),
    [],
    draft(
      '{ required: ~, properties: { title: ~, state: ~, price: ~, gift: ~, to: ~, a: { type: string }, b: { type: string } } }',
    ),
  ],
  [
    'closed in a part that sees no others',
    draft(
      '{ properties: ~, additionalProperties: ~, allOf: [{ properties: { a: { type: string } }, unevaluatedProperties: false }, { properties: { b: { type: string } } }] }',
    ),
    ['✗ createOrder: the body no longer has `b` @- b:'],
    draft(
      '{ required: ~, properties: { title: ~, state: ~, price: ~, gift: ~, to: ~, a: { type: string }, b: { type: string } } }',
    ),
  ],
  [
    'others of a kind, beside a part that names one of them',
    draft(
      '{ properties: ~, additionalProperties: ~, allOf: [{ properties: { a: { type: string } } }, { additionalProperties: { maxLength: 3 } }] }',
    ),
    ['✗ createOrder: body property `a` has a new `maxLength` 3 @ maxLength: 3'],
    draft(
      '{ required: ~, properties: { title: ~, state: ~, price: ~, gift: ~, to: ~, a: { type: string } }, additionalProperties: { maxLength: 3 } }',
    ),
  ],
  [
    'a pattern of names that the closed part does not have',
    draft(
      '{ properties: ~, additionalProperties: ~, patternProperties: ~, allOf: [{ properties: { a: { type: string } }, additionalProperties: false }, { patternProperties: { ^x: { type: string } } }] }',
    ),
    [
      '✗ createOrder: properties `^x` of the body are now restricted by a part that does not name them @ - patternProperties:',
    ],
    draft(
      '{ required: ~, properties: { title: ~, state: ~, price: ~, gift: ~, to: ~, a: { type: string } }, patternProperties: { ^x: { type: string } } }',
    ),
  ],
  [
    'a named property that matches the pattern of a closed part',
    draft(
      '{ properties: ~, additionalProperties: ~, patternProperties: ~, allOf: [{ patternProperties: { ^x: { type: string } }, additionalProperties: false }, { properties: { xa: { type: string } } }] }',
    ),
    [],
    draft(
      '{ required: ~, properties: { title: ~, state: ~, price: ~, gift: ~, to: ~, xa: { type: string } }, patternProperties: { ^x: { type: string } } }',
    ),
  ],
  [
    'less in the second of two schemas for others',
    draft('{ allOf: { 1: { additionalProperties: { maxLength: 3 } } } }'),
    ['✗ createOrder: body property `*` has `maxLength` 3 instead of 9 @ maxLength: 3'],
    draft(
      '{ additionalProperties: ~, required: ~, properties: ~, allOf: [{ additionalProperties: { type: string } }, { additionalProperties: { maxLength: 9 } }] }',
    ),
  ],
  [
    'more in the second of two schemas for others of an answer',
    '{ components: { schemas: { Order: { properties: { note: { allOf: { 1: { additionalProperties: { maxLength: 30 } } } } } } } } }',
    [
      '✗ listOrders, createOrder, getOrder: `Order.note.*` has `maxLength` 30 instead of 9 in responses @ maxLength: 30',
    ],
    '{ components: { schemas: { Order: { properties: { note: { type: object, x-provenance: ~, allOf: [{ additionalProperties: { type: string } }, { additionalProperties: { maxLength: 9 } }] } } } } } }',
  ],
  [
    'others that hold others, in two parts',
    address('{ allOf: { 1: { maxProperties: 3 } } }'),
    [
      '✗ createOrder: `Address` has `maxProperties` 3 instead of 9 in requests @ - maxProperties: 3',
      '· listOrders, createOrder, getOrder: `Address` has `maxProperties` 3 instead of 9 in responses @ - maxProperties: 3',
    ],
    address(
      '{ required: ~, properties: ~, allOf: [{ additionalProperties: { $ref: "#/components/schemas/Address" } }, { maxProperties: 9, additionalProperties: { type: object } }] }',
    ),
  ],
  [
    'a property is forbidden beside others of a kind',
    draft('{ properties: { gift: false } }'),
    ['✗ createOrder: the body no longer has `gift` @- gift:'],
    draft('{ additionalProperties: { type: boolean }, properties: { gift: { default: ~ } } }'),
  ],
  [
    'closed by what does not see branches',
    draft('{ unevaluatedProperties: ~, additionalProperties: false }'),
    [
      '✗ createOrder: the body has `additionalProperties` instead of `unevaluatedProperties` @ additionalProperties: false',
    ],
    draft(
      '{ additionalProperties: ~, unevaluatedProperties: false, anyOf: [{ properties: { a: { type: string } } }, { required: [gift] }] }',
    ),
  ],
  [
    'closed by what sees branches, of which there are none',
    draft('{ additionalProperties: ~, unevaluatedProperties: false }'),
    [],
  ],
]);
