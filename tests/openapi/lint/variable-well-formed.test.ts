import { testRule } from './test-rule.ts';

const parameter = (number: number, change: string): string =>
  `paths: { '/orders/{order_id}': { get: { parameters: { ${number}: { ${change} } } } } }`;

testRule('variable-well-formed', [
  ['a name with a space', parameter(0, 'x-variable: order id'), ['x-variable: order id']],
  ['a name from a digit', parameter(0, 'x-variable: 1st'), ['x-variable: 1st']],
  ['no example', parameter(2, 'x-variable: until'), ['x-variable: until']],
  [
    'two types',
    parameter(2, 'schema: { type: integer, format: ~ }, example: 1, x-variable: order_id'),
    ['x-variable: order_id'],
  ],
  ['one variable twice', parameter(2, "example: '2026-01-12', x-variable: order_id"), []],
  [
    'a base URL is no string',
    'servers: { 0: { x-variable: order_id }, 1: { x-variable: order_id } }',
    ['x-variable: order_id'],
  ],
  ['where it means nothing', 'info: { x-variable: title }', ['x-variable: title']],
  [
    'on a property',
    'components: { schemas: { Order: { properties: { id: { x-variable: order_id } } } } }',
    [],
  ],
]);
