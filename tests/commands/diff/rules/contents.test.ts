import { testDiff } from './test-diff.ts';

const body = (types: string): string =>
  `{ paths: { /orders: { post: { requestBody: { content: ${types} } } } } }`;
const answer = (types: string): string =>
  `{ paths: { /orders: { post: { responses: { '201': { content: ${types} } } } } } }`;
const draft = '{ schema: { $ref: "#/components/schemas/Draft" } }';
const order = '{ schema: { $ref: "#/components/schemas/Order" } }';

testDiff('contents', [
  ['capitals', body(`{ application/json: ~, Application/JSON: ${draft} }`), []],
  ['a charset of JSON', body(`{ application/json: ~, 'application/json; charset=utf-8': ${draft} }`), []],
  [
    'spaces, quotes and capitals of parameters',
    body(`{ text/csv; charset=utf-8; header=present: ~, 'Text/CSV;Header="present" ;Charset=UTF-8': {} }`),
    [],
    body('{ text/csv; charset=utf-8; header=present: {} }'),
  ],
  [
    'another parameter',
    body('{ text/csv; header=present: ~, text/csv; header=Present: {} }'),
    [
      '✗ createOrder: the body is no longer `text/csv; header=present` @- text/csv; header=present: {}',
      '· createOrder: the body may now be `text/csv; header=Present` @ text/csv; header=Present: {}',
    ],
    body('{ text/csv; header=present: {} }'),
  ],
  [
    'a range of requests',
    body(`{ application/json: ~, application/*: ${draft} }`),
    ['· createOrder: the body may now be `application/*` @ application/*:'],
  ],
  [
    'a range of requests with another schema',
    body('{ text/csv: ~, "*/*": { schema: { type: string, maxLength: 9 } } }'),
    [
      '✗ createOrder: the body has a new `maxLength` 9 @ maxLength: 9',
      '· createOrder: the body may now be `*/*` @ "*/*":',
    ],
    body('{ text/csv: { schema: { type: string } } }'),
  ],
  [
    'one of a range of requests',
    body(`{ application/*: ~, application/json: ${draft} }`),
    ['✗ createOrder: the body is no longer `application/*` @- application/*:'],
    body(`{ application/json: ~, application/*: ${draft} }`),
  ],
  [
    'a range of answers',
    answer(`{ application/json: ~, application/*: ${order} }`),
    [
      '✗ createOrder: the response 201 is no longer `application/json` @- application/json:',
      '· createOrder: the response 201 may now be `application/*` @ application/*:',
    ],
  ],
  [
    'one of a range of answers',
    answer(`{ "*/*": ~, application/json: ${order} }`),
    ['· createOrder: the response 201 is no longer `*/*` @- "*/*":'],
    answer(`{ application/json: ~, "*/*": ${order} }`),
  ],
  [
    'one of a range of answers, with another schema',
    answer('{ "*/*": ~, application/json: { schema: { type: array } } }'),
    [
      '✗ createOrder: the response 201 is array instead of object @ type: array',
      '· createOrder: the response 201 is no longer `*/*` @- "*/*":',
    ],
    answer(`{ application/json: ~, "*/*": { schema: { type: object } } }`),
  ],
  [
    'how XML is written',
    '{ components: { schemas: { Draft: { properties: { to: { xml: { name: for } } } } } } }',
    ['✗ createOrder: body property `to` has another `xml` @ xml:'],
    '{ components: { schemas: { Draft: { properties: { to: { xml: { name: to } } } } } } }',
  ],
  [
    'a dynamic reference that is gone',
    '{ components: { schemas: { Order: { properties: { id: { $dynamicRef: ~ } } } } } }',
    [
      '✗ listOrders, createOrder, getOrder: `Order.id` no longer has `$dynamicRef` in responses @- $dynamicRef: "#x"',
    ],
    '{ components: { schemas: { Order: { properties: { id: { $dynamicRef: "#x" } } } } } }',
  ],
]);
