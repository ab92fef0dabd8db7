import { testDiff } from './test-diff.ts';

const address = (schema: string): string => `{ components: { schemas: { Address: ${schema} } } }`;
const ofStrings = address('{ additionalProperties: { type: string } }');
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
      '· listOrders, createOrder, getOrder: new property `Address.zip` in answers @ zip:',
      '· createOrder: new optional body property `to.zip` @ zip:',
    ],
    ofStrings,
  ],
  [
    'a new property that allows less than the others',
    address('{ properties: { zip: { type: string, maxLength: 5 } } }'),
    [
      '✗ createOrder: body property `to.zip` has a new `maxLength` 5 @ maxLength: 5',
      '· listOrders, createOrder, getOrder: new property `Address.zip` in answers @ zip:',
      '· createOrder: new optional body property `to.zip` @ zip:',
      '· listOrders, createOrder, getOrder: `Address.zip` has a new `maxLength` 5 in answers @ maxLength: 5',
    ],
    ofStrings,
  ],
  [
    'a new property that none of the others could be',
    address('{ properties: { zip: { type: integer } } }'),
    [
      '✗ listOrders, createOrder, getOrder: `Address.zip` is integer instead of string @ type: integer',
      '· listOrders, createOrder, getOrder: new property `Address.zip` in answers @ zip:',
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
      '✗ listOrders, createOrder, getOrder: `Address.zip` may now be missing in answers @ required:',
      '✗ listOrders, createOrder, getOrder: `Address.zip` no longer has `maxLength` 5 in answers @- maxLength: 5',
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
]);
