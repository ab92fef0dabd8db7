import { testDiff } from './test-diff.ts';

const variable =
  '{ servers: { 0: { url: "https://us.example.com/{v}", variables: { v: { default: v1, enum: [v1, v2] } } } } }';

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
  [
    'a value of a variable is gone',
    '{ servers: { 0: { variables: { v: { enum: [v1] } } } } }',
    ['✗ listOrders, createOrder, getOrder: `v` of the server `us` no longer takes `v2` @ enum:'],
    variable,
  ],
  [
    'a new value of a variable',
    '{ servers: { 0: { variables: { v: { enum: [v1, v2, v3] } } } } }',
    ['· listOrders, createOrder, getOrder: `v` of the server `us` also takes `v3` @ enum:'],
    variable,
  ],
  [
    'any value of a variable',
    '{ servers: { 0: { variables: { v: { enum: ~ } } } } }',
    ['· listOrders, createOrder, getOrder: `v` of the server `us` takes any value @- enum:'],
    variable,
  ],
  [
    'some values of a variable only',
    '{ servers: { 0: { variables: { v: { enum: [v1] } } } } }',
    ['✗ listOrders, createOrder, getOrder: `v` of the server `us` takes only `v1` @ enum:'],
    '{ servers: { 0: { url: "https://us.example.com/{v}", variables: { v: { default: v1 } } } } }',
  ],
  [
    'another default of a variable, which still takes the earlier one',
    '{ servers: { 0: { variables: { v: { default: v2 } } } } }',
    [
      '· listOrders, createOrder, getOrder: `v` of the server `us` has default `v2` instead of `v1` @ default: v2',
    ],
    variable,
  ],
  [
    'another default of a variable that takes anything',
    '{ servers: { 0: { x-region: ~, variables: { v: { default: v2 } } } } }',
    [
      '✗ listOrders, createOrder, getOrder: `v` of the server `https://us.example.com/{v}` has default `v2` instead of `v1` @ default: v2',
    ],
    '{ servers: { 0: { x-region: ~, url: "https://us.example.com/{v}", variables: { v: { default: v1 } } } } }',
  ],
  [
    'a new variable, with the same URL where it is left out',
    '{ servers: { 0: { url: "https://us.example.com/{v}", variables: { v: { default: v1, enum: [v1, v2] } } } } }',
    ['· listOrders, createOrder, getOrder: `v` of the server `https://us.example.com/{v}` is new @ v:'],
    '{ servers: { 0: { x-region: ~, url: https://us.example.com/v1 } } }',
  ],
  [
    'a variable is gone',
    '{ servers: { 0: { url: https://us.example.com/v1, variables: ~ } } }',
    ['✗ listOrders, createOrder, getOrder: `v` of the server `us` is gone @- v:'],
    variable,
  ],
  [
    'another path of a relative URL',
    '{ servers: [{ url: /v2 }] }',
    [
      '✗ listOrders, createOrder, getOrder: no longer at `/v1` @- - url: /v1',
      '· listOrders, createOrder, getOrder: now also at `/v2` @ - url: /v2',
    ],
    '{ servers: [{ url: /v1 }] }',
  ],
  ['no server, which means `/`', '{ servers: ~ }', [], '{ servers: [{ url: / }] }'],
  [
    'a slash at the end',
    '{ servers: { 0: { url: https://us.example.com/ } } }',
    [],
    '{ servers: { 0: { x-region: ~ } } }',
  ],
]);
