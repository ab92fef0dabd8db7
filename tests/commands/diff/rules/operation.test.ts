import { testDiff } from './test-diff.ts';

testDiff('operation', [
  ['nothing', '{}', []],
  [
    'an operation is gone',
    '{ paths: { /orders: { post: ~ } } }',
    ['✗ createOrder: `POST /orders` is gone @- post:'],
  ],
  [
    'a path is gone',
    "{ paths: { '/orders/{order_id}': ~ } }",
    ['✗ getOrder: `GET /orders/{order_id}` is gone @- get:'],
  ],
  [
    'a new operation',
    "{ paths: { /orders: { delete: { operationId: deleteOrders, responses: { '204': { description: Done. } } } } } }",
    ['· deleteOrders: new operation `DELETE /orders` @ delete:'],
  ],
  [
    'deprecated',
    '{ paths: { /orders: { get: { deprecated: true } } } }',
    ['· listOrders: is now deprecated @ deprecated: true'],
  ],
  [
    'another operationId',
    '{ paths: { /orders: { get: { operationId: findOrders } } } }',
    ['· findOrders: is the new name of `listOrders` @ operationId: findOrders'],
  ],
  [
    'another path, and the same operationId',
    "{ paths: { /orders: ~, /sales: { get: { operationId: listOrders, responses: { '200': { description: A page. } } } } } }",
    [
      '✗ listOrders: the parameter `state` is gone @- - name: state',
      '✗ listOrders: the parameter `size` is gone @- - name: size',
      '✗ listOrders: is now `GET /sales` instead of `GET /orders` @ get:',
      '✗ listOrders: the parameter `ids` is gone @- - name: ids',
      '✗ listOrders: the response 200 no longer has the header `X-Total` @- X-Total:',
      '✗ listOrders: the response 200 is no longer `application/json` @- application/json:',
      '✗ createOrder: `POST /orders` is gone @- post:',
      '· listOrders: `x-contract.list` is gone @- list:',
      '· listOrders: the response 404 is gone @- "404":',
    ],
  ],
  [
    'another name of a path parameter',
    "{ paths: { '/orders/{order_id}': ~, '/orders/{id}': { get: { operationId: getOrder, summary: Get Order, parameters: [{ name: id, in: path, required: true, schema: { type: string, pattern: '^o-' } }], responses: { '200': { description: The order., content: { application/json: { schema: { $ref: \"#/components/schemas/Order\" } } } }, '404': { $ref: '#/components/responses/Refused' } } } } } }",
    [],
  ],
  [
    'another method',
    "{ paths: { /orders: { post: ~, put: { operationId: createOrder, responses: { '201': { description: Made. } } } } } }",
    [
      '✗ createOrder: no longer takes a body @- requestBody:',
      '✗ createOrder: is now `PUT /orders` instead of `POST /orders` @ put:',
      '✗ createOrder: the response 201 is no longer `application/json` @- application/json:',
      '· createOrder: the response 400 is gone @- "400":',
    ],
  ],
  [
    'callbacks',
    '{ paths: { /orders: { post: { callbacks: { paid: { "{$request.body#/url}": { post: { responses: { "200": { description: Yes. } } } } } } } } } }',
    ['✗ createOrder: has other callbacks @ callbacks:'],
  ],
  [
    'webhooks',
    '{ webhooks: { paid: { post: { responses: { "200": { description: Yes. } } } } } }',
    ['✗ other webhooks @ webhooks:'],
  ],
]);
