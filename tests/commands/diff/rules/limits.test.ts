import { testDiff } from './test-diff.ts';

const size = (schema: string): string =>
  `{ paths: { /orders: { get: { parameters: { 1: { schema: ${schema} } } } } } }`;
const price = (schema: string): string =>
  `{ components: { schemas: { Draft: { properties: { price: ${schema} } } } } }`;

testDiff('limits', [
  [
    'whole numbers above 0 and below 101',
    size('{ minimum: ~, exclusiveMinimum: 0, maximum: ~, exclusiveMaximum: 101 }'),
    [],
  ],
  ['whole numbers between fractions', size('{ minimum: 0.5, maximum: ~, exclusiveMaximum: 100.5 }'), []],
  [
    'whole numbers or null above 1',
    size('{ minimum: ~, exclusiveMinimum: 1 }'),
    ['✗ listOrders: `size` has `exclusiveMinimum` 1 instead of `minimum` 1 @ exclusiveMinimum: 1'],
    size('{ type: [integer, "null"] }'),
  ],
  [
    'numbers above 0',
    size('{ minimum: ~, exclusiveMinimum: 0 }'),
    ['· listOrders: `size` has `exclusiveMinimum` 0 instead of `minimum` 1 @ exclusiveMinimum: 0'],
    size('{ type: number }'),
  ],
  [
    'steps that are a tenth',
    price('{ multipleOf: 0.01 }'),
    ['· createOrder: body property `price` has `multipleOf` `0.01` instead of `0.1` @ multipleOf: 0.01'],
    price('{ multipleOf: 0.1 }'),
  ],
  [
    'steps that are three times as long',
    price('{ multipleOf: 0.3 }'),
    ['✗ createOrder: body property `price` has `multipleOf` `0.3` instead of `0.1` @ multipleOf: 0.3'],
    price('{ multipleOf: 0.1 }'),
  ],
  [
    'steps that are nearly a tenth',
    price('{ multipleOf: 0.010000001 }'),
    [
      '✗ createOrder: body property `price` has `multipleOf` `0.010000001` instead of `0.1` @ multipleOf: 0.010000001',
    ],
    price('{ multipleOf: 0.1 }'),
  ],
  [
    'more of what an array contains',
    size('{ maxContains: 3 }'),
    ['· listOrders: `size` has `maxContains` 3 instead of 2 @ maxContains: 3'],
    size('{ type: array, contains: { type: string }, maxContains: 2 }'),
  ],
  [
    'steps that are a third, which is not exact',
    price('{ multipleOf: 0.1 }'),
    ['· createOrder: body property `price` has `multipleOf` `0.1` instead of `0.3` @ multipleOf: 0.1'],
    price('{ multipleOf: 0.3 }'),
  ],
]);
