import { testDiff } from './test-diff.ts';

testDiff('servers', [
  [
    'a region is gone',
    '{ servers: [{ url: https://us.example.com, description: Here., x-region: us }] }',
    ['✗ listOrders, createOrder, getOrder: no longer at `eu` @- - url: https://eu.example.com'],
  ],
  [
    'a new region',
    '{ servers: { 2: { url: https://il.example.com, x-region: il } } }',
    ['· listOrders, createOrder, getOrder: now also at `il` @ - url: https://il.example.com'],
  ],
  [
    'a region elsewhere',
    '{ servers: { 1: { url: https://eu2.example.com } } }',
    [
      '✗ listOrders, createOrder, getOrder: `eu` is at https://eu2.example.com instead of https://eu.example.com @ - url: https://eu2.example.com',
    ],
  ],
  [
    'regions in another order',
    '{ servers: [{ url: https://eu.example.com, description: There., x-region: eu }, { url: https://us.example.com, description: Here., x-region: us }] }',
    [],
  ],
  [
    'an operation elsewhere',
    "{ paths: { '/orders/{order_id}': { get: { servers: [{ url: https://one.example.com, x-region: us }, { url: https://eu.example.com, x-region: eu }] } } } }",
    [
      '✗ getOrder: `us` is at https://one.example.com instead of https://us.example.com @ - url: https://one.example.com',
    ],
  ],
]);
