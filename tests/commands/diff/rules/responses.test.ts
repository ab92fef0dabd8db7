import { testDiff } from './test-diff.ts';

testDiff('responses', [
  [
    'a property is gone',
    '{ components: { schemas: { Order: { required: [state], properties: { id: ~ } } } } }',
    ['✗ listOrders, createOrder, getOrder: `Order` no longer has `id` in responses @- id:'],
  ],
  [
    'an optional property is gone',
    '{ components: { schemas: { Order: { properties: { note: ~ } } } } }',
    ['✗ listOrders, createOrder, getOrder: `Order` no longer has `note` in responses @- note:'],
  ],
  [
    'a property is only written',
    '{ components: { schemas: { Order: { properties: { note: { writeOnly: true } } } } } }',
    ['✗ listOrders, createOrder, getOrder: `Order` no longer has `note` in responses @- note:'],
  ],
  [
    'a property of one answer is gone',
    "{ paths: { /orders: { get: { responses: { '200': { content: { application/json: { schema: { properties: { next: ~ } } } } } } } } } }",
    ['✗ listOrders: the response 200 no longer has `next` @- next:'],
  ],
  [
    'a property may be missing',
    '{ components: { schemas: { Order: { required: [id] } } } }',
    ['✗ listOrders, createOrder, getOrder: `Order.state` may now be missing in responses @ required:'],
  ],
  [
    'a property is always there',
    '{ components: { schemas: { Order: { required: [id, state, price] } } } }',
    ['· listOrders, createOrder, getOrder: `Order.price` is now always there in responses @ required:'],
  ],
  [
    'a new property',
    '{ components: { schemas: { Order: { properties: { vat: { type: number } } } } } }',
    ['· listOrders, createOrder, getOrder: new property `Order.vat` in responses @ vat:'],
  ],
  [
    'a new property where nothing was to come',
    '{ components: { responses: { Refused: { content: { application/json: { schema: { properties: { code: { type: string } } } } } } } } }',
    [
      '✗ listOrders, createOrder, getOrder: new property `Refused.code` of a closed object in responses @ code:',
    ],
  ],
  [
    'open',
    '{ components: { responses: { Refused: { content: { application/json: { schema: { additionalProperties: ~ } } } } } } }',
    [
      '✗ listOrders, createOrder, getOrder: `Refused` may now have any other properties in responses @- additionalProperties: false',
    ],
  ],
  [
    'null, too',
    '{ components: { schemas: { Order: { properties: { price: { type: [number, "null"] } } } } } }',
    ['✗ listOrders, createOrder, getOrder: `Order.price` may now be null in responses @ type:'],
  ],
  [
    'null, too, as one of two forms',
    '{ components: { schemas: { Order: { properties: { to: { $ref: ~, anyOf: [{ type: "null" }, { $ref: "#/components/schemas/Address" }] } } } } } }',
    ['✗ listOrders, createOrder, getOrder: `Order.to` may now be null in responses @ anyOf:'],
  ],
  [
    'never null',
    '{ components: { schemas: { Order: { properties: { note: { type: string } } } } } }',
    ['· listOrders, createOrder, getOrder: `Order.note` is no longer null in responses @ type: string'],
  ],
  [
    'whole numbers only',
    '{ components: { schemas: { Order: { properties: { price: { type: integer } } } } } }',
    [
      '· listOrders, createOrder, getOrder: `Order.price` is integer instead of number in responses @ type: integer',
    ],
  ],
  [
    'another type',
    '{ components: { schemas: { Order: { properties: { price: { type: string } } } } } }',
    [
      '✗ listOrders, createOrder, getOrder: `Order.price` is string instead of number in responses @ type: string',
    ],
  ],
  [
    'any type',
    '{ components: { schemas: { Order: { properties: { price: { type: ~ } } } } } }',
    ['✗ listOrders, createOrder, getOrder: `Order.price` may now be any type in responses @- type: number'],
  ],
  [
    'no pattern any more',
    '{ components: { schemas: { Order: { properties: { id: { pattern: ~ } } } } } }',
    [
      '✗ listOrders, createOrder, getOrder: `Order.id` no longer has `pattern` `^o-` in responses @- pattern: "^o-"',
    ],
  ],
  [
    'a higher minimum',
    '{ components: { schemas: { Order: { properties: { price: { minimum: 1 } } } } } }',
    [
      '· listOrders, createOrder, getOrder: `Order.price` has `minimum` 1 instead of 0 in responses @ minimum: 1',
    ],
  ],
  [
    'no minimum any more',
    '{ components: { schemas: { Order: { properties: { price: { minimum: ~ } } } } } }',
    [
      '✗ listOrders, createOrder, getOrder: `Order.price` no longer has `minimum` 0 in responses @- minimum: 0',
    ],
  ],
  [
    'no format any more',
    '{ components: { schemas: { Order: { properties: { made_at: { format: ~ } } } } } }',
    [
      '✗ listOrders, createOrder, getOrder: `Order.made_at` no longer has `format` `date-time` in responses @- format: date-time',
    ],
  ],
  [
    'a default, which says nothing',
    '{ components: { schemas: { Order: { properties: { price: { default: 5 } } } } } }',
    [
      '· listOrders, createOrder, getOrder: `Order.price` has default `5` instead of `0` in responses @ default: 5',
    ],
  ],
  [
    'a deprecated property',
    '{ components: { schemas: { Order: { properties: { price: { deprecated: true } } } } } }',
    ['· listOrders, createOrder, getOrder: `Order.price` is now deprecated in responses @ deprecated: true'],
  ],
  [
    'longer lists',
    "{ paths: { /orders: { get: { responses: { '200': { content: { application/json: { schema: { properties: { items: { maxItems: 200 } } } } } } } } } } }",
    ['✗ listOrders: `items` of the response 200 has `maxItems` 200 instead of 100 @ maxItems: 200'],
  ],
  [
    'another form, too',
    '{ components: { schemas: { Order: { properties: { to: { $ref: ~, oneOf: [{ $ref: "#/components/schemas/Address" }, { type: string }] } } } } } }',
    ['✗ listOrders, createOrder, getOrder: `Order.to` may now be string in responses @ oneOf:'],
  ],
  [
    'a keyword in a part of its own',
    "{ components: { schemas: { Order: { properties: { id: { pattern: ~, allOf: [{ pattern: '^o-' }] } } } } } }",
    [],
  ],
  [
    'a component written out',
    '{ components: { schemas: { Order: { properties: { to: { $ref: ~, type: object, required: [city], properties: { city: { type: string } } } } } } } }',
    [],
  ],
  [
    'another media type',
    "{ paths: { '/orders/{order_id}': { get: { responses: { '200': { content: { application/json: ~, text/plain: { schema: { type: string } } } } } } } } }",
    [
      '✗ getOrder: the response 200 is no longer `application/json` @- application/json:',
      '· getOrder: the response 200 may now be `text/plain` @ text/plain:',
    ],
  ],
  [
    'one more media type',
    "{ paths: { '/orders/{order_id}': { get: { responses: { '200': { content: { text/plain: { schema: { type: string } } } } } } } } }",
    ['· getOrder: the response 200 may now be `text/plain` @ text/plain:'],
  ],
  [
    'a header is gone',
    "{ paths: { /orders: { get: { responses: { '200': { headers: { X-Total: ~ } } } } } } }",
    ['✗ listOrders: the response 200 no longer has the header `X-Total` @- X-Total:'],
  ],
  [
    'a header may be missing',
    "{ paths: { /orders: { get: { responses: { '200': { headers: { X-Total: { required: false } } } } } } } }",
    ['✗ listOrders: the header `X-Total` of the response 200 may now be missing @ required: false'],
  ],
  [
    'a header in other letters',
    "{ paths: { /orders: { get: { responses: { '200': { headers: { X-Total: ~, x-total: { required: true, schema: { type: integer } } } } } } } } }",
    [],
  ],
  [
    'a new header',
    "{ paths: { /orders: { get: { responses: { '200': { headers: { X-Page: { schema: { type: integer } } } } } } } } }",
    ['· listOrders: new header `X-Page` of the response 200 @ X-Page:'],
  ],
  [
    'another type of a header',
    "{ paths: { /orders: { get: { responses: { '200': { headers: { X-Total: { schema: { type: string } } } } } } } } }",
    ['✗ listOrders: the header `X-Total` of the response 200 is string instead of integer @ type: string'],
  ],
  [
    'a media type of a header',
    "{ paths: { /orders: { get: { responses: { '200': { headers: { X-Total: { schema: ~, content: { text/plain: { schema: { type: integer } } } } } } } } } } }",
    [
      '✗ listOrders: the header `X-Total` of the response 200 has media type `text/plain` instead of style `simple` @ content:',
    ],
  ],
  [
    'the schema of a media type of a header',
    "{ paths: { /orders: { get: { responses: { '200': { headers: { X-Total: { content: { text/plain: { schema: { type: string } } } } } } } } } } }",
    ['✗ listOrders: the header `X-Total` of the response 200 is string instead of integer @ type: string'],
    "{ paths: { /orders: { get: { responses: { '200': { headers: { X-Total: { schema: ~, content: { text/plain: { schema: { type: integer } } } } } } } } } } }",
  ],
  [
    'explode of a header',
    "{ paths: { /orders: { get: { responses: { '200': { headers: { X-Total: { explode: true } } } } } } } }",
    [
      '✗ listOrders: the header `X-Total` of the response 200 has `explode` `true` instead of `false` @ explode: true',
    ],
    "{ paths: { /orders: { get: { responses: { '200': { headers: { X-Total: { schema: { type: object } } } } } } } } }",
  ],
  [
    'a deprecated header',
    "{ paths: { /orders: { get: { responses: { '200': { headers: { X-Total: { deprecated: true } } } } } } } }",
    ['· listOrders: the header `X-Total` of the response 200 is now deprecated @ deprecated: true'],
  ],
  [
    'links',
    "{ paths: { /orders: { post: { responses: { '201': { links: { order: { operationId: getOrder } } } } } } } }",
    ['· createOrder: the response 201 has other links @ links:'],
  ],
  [
    'a link is gone',
    "{ paths: { /orders: { post: { responses: { '201': { links: { order: ~ } } } } } } }",
    ['✗ createOrder: the response 201 no longer has the links `order` @ links:'],
    "{ paths: { /orders: { post: { responses: { '201': { links: { order: { operationId: getOrder }, other: { operationId: getOrder } } } } } } } }",
  ],
  [
    'the text of a link',
    "{ paths: { /orders: { post: { responses: { '201': { links: { order: { description: The order. } } } } } } } }",
    ['texts: 1'],
    "{ paths: { /orders: { post: { responses: { '201': { links: { order: { operationId: getOrder } } } } } } } }",
  ],
]);
