import { testDiff } from './test-diff.ts';

testDiff('shared', [
  [
    'names with a pattern',
    '{ components: { schemas: { Order: { patternProperties: { ^x-: { type: string } } } } } }',
    ['· listOrders, createOrder, getOrder: `Order` has new properties `^x-` in responses @ ^x-:'],
  ],
  [
    'a type that none of the values has',
    '{ components: { schemas: { State: { type: integer } } } }',
    [
      '✗ listOrders, createOrder: `State` no longer accepts `open`, `paid`, `lost` in requests @ enum:',
      '· listOrders, createOrder, getOrder: `State` is no longer `open`, `paid`, `lost` in responses @ enum:',
    ],
  ],
  [
    'a value is gone',
    '{ components: { schemas: { State: { enum: [open, paid] } } } }',
    [
      '✗ listOrders, createOrder: `State` no longer accepts `lost` in requests @ enum:',
      '· listOrders, createOrder, getOrder: `State` is no longer `lost` in responses @ enum:',
    ],
  ],
  [
    'a new value',
    '{ components: { schemas: { State: { enum: [open, paid, lost, sent] } } } }',
    [
      '✗ listOrders, createOrder, getOrder: `State` may now be `sent` in responses @ enum:',
      '· listOrders, createOrder: `State` also accepts `sent` in requests @ enum:',
    ],
  ],
  ['values in another order', '{ components: { schemas: { State: { enum: [lost, paid, open] } } } }', []],
  [
    'any value',
    '{ components: { schemas: { State: { enum: ~, x-enum-provenance: ~ } } } }',
    [
      '✗ listOrders, createOrder, getOrder: `State` may now be any value in responses @- enum: [open, paid, lost]',
      '· listOrders, createOrder: `State` accepts any value in requests @- enum: [open, paid, lost]',
    ],
  ],
  [
    'a pattern',
    '{ components: { schemas: { Address: { properties: { city: { pattern: "^A" } } } } } }',
    [
      '✗ createOrder: body property `to.city` has a new `pattern` `^A` @ pattern: ^A',
      '· listOrders, createOrder, getOrder: `Address.city` has a new `pattern` `^A` in responses @ pattern: ^A',
    ],
  ],
  [
    'another property',
    '{ components: { schemas: { Address: { required: [town], properties: { city: ~, town: { type: string } } } } } }',
    [
      '✗ listOrders, createOrder, getOrder: `Address` no longer has `city` @- city:',
      '✗ createOrder: new required body property `to.town` @ town:',
      '· listOrders, createOrder, getOrder: new property `Address.town` in responses @ town:',
    ],
  ],
  ['a component that nobody uses', '{ components: { schemas: { Unused: { type: string } } } }', []],
  [
    'null no longer beside a component, which is the same',
    '{ components: { schemas: { Order: { properties: { replaces: { anyOf: ~, $ref: "#/components/schemas/Order" } } } } } }',
    ['· listOrders, createOrder, getOrder: `Order.replaces` is no longer null in responses @- anyOf:'],
    '{ components: { schemas: { Order: { properties: { replaces: { $ref: ~, anyOf: [{ $ref: "#/components/schemas/Order" }, { type: "null" }] } } } } } }',
  ],
]);
