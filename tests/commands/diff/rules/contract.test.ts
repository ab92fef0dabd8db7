import { testDiff } from './test-diff.ts';

testDiff('contract', [
  [
    'documented now',
    '{ components: { schemas: { Order: { properties: { note: { x-provenance: ~, x-source: ~ } } } } } }',
    [
      '· listOrders, createOrder, getOrder: `Order.note` is now documented instead of observed in responses @- x-provenance: observed',
      'texts: 1',
    ],
  ],
  [
    'only observed now',
    '{ components: { schemas: { Order: { x-provenance: observed, x-source: Seen. } } } }',
    [
      '· listOrders, createOrder, getOrder: `Order` is now observed instead of documented in responses @ x-provenance: observed',
      'texts: 1',
    ],
  ],
  [
    'a value that is documented now',
    '{ components: { schemas: { State: { x-enum-provenance: ~ } } } }',
    [
      '· listOrders, createOrder, getOrder: `lost` of `State` is now documented instead of observed @- x-enum-provenance:',
    ],
  ],
  [
    'a keyword in a part that is observed',
    "{ components: { schemas: { Order: { properties: { id: { pattern: ~, allOf: [{ pattern: '^o-', x-provenance: observed, x-source: Seen. }] } } } } } }",
    [
      '· listOrders, createOrder, getOrder: `pattern` of `Order.id` is now observed instead of documented in responses @ - pattern: ^o-',
    ],
  ],
  [
    'a parameter',
    '{ paths: { /orders: { get: { parameters: { 1: { x-provenance: inferred, x-source: Ours. } } } } } }',
    ['· listOrders: `size` is now inferred instead of documented @ x-provenance: inferred', 'texts: 1'],
  ],
  [
    'an operation',
    '{ paths: { /orders: { get: { x-provenance: observed, x-source: Seen. } } } }',
    ['· listOrders: is now observed instead of documented @ x-provenance: observed', 'texts: 1'],
  ],
  [
    'an answer',
    '{ components: { responses: { Refused: { x-provenance: observed, x-source: Seen. } } } }',
    [
      '· listOrders, createOrder, getOrder: `Refused` is now observed instead of documented in responses @ x-provenance: observed',
      'texts: 1',
    ],
  ],
  [
    'a header',
    "{ paths: { /orders: { get: { responses: { '200': { headers: { X-Total: { x-provenance: observed, x-source: Seen. } } } } } } } }",
    [
      '· listOrders: the header `X-Total` of the response 200 is now observed instead of documented @ x-provenance: observed',
      'texts: 1',
    ],
  ],
  [
    'a price',
    '{ paths: { /orders: { post: { x-contract: { effects: costs } } } } }',
    ['· createOrder: `x-contract.effects` is `costs`, which is new @ effects: costs'],
  ],
  [
    'another filter',
    '{ paths: { /orders: { get: { x-contract: { list: { filters: { state: { keep: contains } } } } } } } }',
    ['· listOrders: `x-contract.list.filters` changed @ filters:'],
  ],
  [
    'another identity',
    '{ paths: { /orders: { get: { x-contract: { list: { identity: /key } } } } } }',
    ['· listOrders: `x-contract.list.identity` is `/key` instead of `/id` @ identity: /key'],
  ],
  [
    'a list no longer',
    '{ paths: { /orders: { get: { x-contract: { list: ~ } } } } }',
    ['· listOrders: `x-contract.list` is gone @- list:'],
  ],
  [
    'a budget',
    '{ x-contract: { budget: 3000ms } }',
    ['· `x-contract.budget` is `3000ms`, which is new @ budget: 3000ms'],
  ],
  [
    'what an unknown id gets',
    "{ paths: { '/orders/{order_id}': { get: { parameters: { 0: { x-contract: { unknown: 403 } } } } } } }",
    ['· getOrder: `x-contract.unknown` of `order_id` is `403`, which is new @ unknown: 403'],
  ],
  ['another pace', '{ x-rate-limit: { requests: 5 } }', ['· `x-rate-limit` changed @ x-rate-limit:']],
  [
    'a filter that is called as a text',
    '{ paths: { /orders: { get: { x-contract: { list: { filters: { title: { keep: equals } } } } } } } }',
    ['· listOrders: `x-contract.list.filters` changed @ filters:'],
    '{ paths: { /orders: { get: { x-contract: { list: { filters: { title: { property: /title } } } } } } } }',
  ],
]);
