import { testDiff } from './test-diff.ts';

testDiff('security', [
  [
    'another scheme',
    '{ security: [{ key: [] }] }',
    ['✗ listOrders, createOrder, getOrder: asks for `key`; `token` was enough @ security:'],
  ],
  [
    'one of two schemes',
    '{ security: [{ token: [] }, { key: [] }] }',
    ['· listOrders, createOrder, getOrder: now also takes `key` @ security:'],
  ],
  [
    'two schemes at once',
    '{ security: [{ token: [], key: [] }] }',
    ['✗ listOrders, createOrder, getOrder: asks for `key` and `token`; `token` was enough @ security:'],
  ],
  [
    'nothing',
    '{ security: [] }',
    ['· listOrders, createOrder, getOrder: now also takes no credentials @ security: []'],
  ],
  [
    'a scope',
    '{ security: [{ token: [orders] }] }',
    ['✗ listOrders, createOrder, getOrder: asks for `token` with orders; `token` was enough @ security:'],
  ],
  [
    'for one operation',
    "{ paths: { '/orders/{order_id}': { get: { security: [{ key: [] }] } } } }",
    ['✗ getOrder: asks for `key`; `token` was enough @ security:'],
  ],
  [
    'another scheme of the same name',
    '{ components: { securitySchemes: { token: { scheme: basic } } } }',
    ['✗ listOrders, createOrder, getOrder: `token` is another way to authorise @ token:'],
  ],
]);
