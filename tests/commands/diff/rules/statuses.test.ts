import { testDiff } from './test-diff.ts';

const responses = (some: string): string => `{ paths: { /orders: { post: { responses: ${some} } } } }`;

testDiff('statuses', [
  [
    'another success',
    "{ paths: { /orders: { post: { responses: { '201': ~, '202': { description: Later. } } } } } }",
    ['✗ createOrder: the response 201 is gone @- "201":', '✗ createOrder: new response 202 @ "202":'],
  ],
  [
    'one more success',
    "{ paths: { /orders: { post: { responses: { '202': { description: Later. } } } } } }",
    ['✗ createOrder: new response 202 @ "202":'],
  ],
  [
    'another success, beside a default: it stands for errors',
    "{ paths: { /orders: { post: { responses: { '201': ~, '202': { description: Later. }, default: { description: No. } } } } } }",
    [
      '✗ createOrder: the response 201 is gone @- "201":',
      '✗ createOrder: new response 202 @ "202":',
      '· createOrder: new response default @ default:',
    ],
  ],
  [
    'an error is gone',
    "{ paths: { /orders: { post: { responses: { '400': ~ } } } } }",
    ['· createOrder: the response 400 is gone @- "400":'],
  ],
  [
    'a new error',
    "{ paths: { /orders: { post: { responses: { '409': { description: No. } } } } } }",
    ['· createOrder: new response 409 @ "409":'],
  ],
  [
    'a range in place of an error',
    "{ paths: { /orders: { post: { responses: { '400': ~, 4XX: { $ref: '#/components/responses/Refused' } } } } } }",
    [
      '· createOrder: the response 400 is gone: `4XX` covers it @- "400":',
      '· createOrder: new response 4XX @ 4XX:',
    ],
  ],
  [
    'an error of its own beside a range, and another one',
    "{ paths: { /orders: { post: { responses: { '400': ~, 4XX: { description: No. } } } } } }",
    [
      '✗ createOrder: the response 400 is no longer `application/json` @- application/json:',
      '· createOrder: the response 400 is gone: `4XX` covers it @- "400":',
      '· createOrder: new response 4XX @ 4XX:',
    ],
  ],
  [
    '`default` in place of an error',
    "{ paths: { '/orders/{order_id}': { get: { responses: { '404': ~, default: { $ref: '#/components/responses/Refused' } } } } } }",
    [
      '· getOrder: the response 404 is gone: `default` covers it @- "404":',
      '· getOrder: new response default @ default:',
    ],
  ],
  [
    'an error is gone, and `default`, which was there, says the same',
    responses('{ "400": ~ }'),
    ['· createOrder: the response 400 is gone: `default` covers it @- "400":'],
    responses('{ default: { $ref: "#/components/responses/Refused" } }'),
  ],
  [
    'an error is gone, and `default` says something else',
    responses('{ "400": ~ }'),
    [
      '✗ createOrder: the response 400 is no longer `application/json` @- application/json:',
      '· createOrder: the response 400 is gone: `default` covers it @- "400":',
    ],
    responses('{ default: { description: No. } }'),
  ],
  [
    'an error of its own, as `default` was',
    responses('{ "409": { $ref: "#/components/responses/Refused" } }'),
    ['· createOrder: new response 409, which `default` covered @ "409":'],
    responses('{ default: { $ref: "#/components/responses/Refused" } }'),
  ],
  [
    'an error of its own, as its range was not',
    responses('{ "409": { description: No. } }'),
    [
      '✗ createOrder: the response 409 is no longer `application/json` @- application/json:',
      '· createOrder: new response 409, which `4XX` covered @ "409":',
    ],
    responses('{ 4XX: { $ref: "#/components/responses/Refused" } }'),
  ],
  [
    'a success is gone, beside a `default` that says the same',
    responses('{ "201": ~ }'),
    ['✗ createOrder: the response 201 is gone @- "201":'],
    responses(
      '{ default: { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }',
    ),
  ],
  [
    '`default` in place of all',
    responses('{ "201": ~, "400": ~, default: { $ref: "#/components/responses/Refused" } }'),
    [
      '✗ createOrder: the response 201 is gone @- "201":',
      '· createOrder: new response default @ default:',
      '· createOrder: the response 400 is gone: `default` covers it @- "400":',
    ],
  ],
  [
    'a success out of a `default` that stood for all',
    responses('{ "201": { description: Made. } }'),
    ['· createOrder: new response 201, which `default` covered @ "201":'],
    responses('{ "201": ~, default: { description: Any. } }'),
  ],
  [
    'a range of successes',
    responses(
      '{ "201": ~, 2XX: { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }',
    ),
    [
      '✗ createOrder: new response 2XX @ 2XX:',
      '· createOrder: the response 201 is gone: `2XX` covers it @- "201":',
    ],
  ],
  [
    'one success of a range',
    responses('{ 2XX: ~, "200": { description: Made. } }'),
    [
      '· createOrder: new response 200, which `2XX` covered @ "200":',
      '· createOrder: the response 2XX is gone @- 2XX:',
    ],
    responses('{ "201": ~, 2XX: { description: Made. } }'),
  ],
  [
    'an error in place of a `default` that stood for all',
    responses('{ default: ~, "400": { description: Any. } }'),
    [
      '✗ createOrder: the response default is gone @- default:',
      '· createOrder: new response 400, which `default` covered @ "400":',
    ],
    responses('{ "201": ~, "400": ~, default: { description: Any. } }'),
  ],
  [
    'a success and an error in place of a `default` that stood for all',
    responses('{ default: ~, "200": { description: Any. }, "400": { description: Any. } }'),
    [
      '· createOrder: new response 200, which `default` covered @ "200":',
      '· createOrder: the response default is gone @- default:',
      '· createOrder: new response 400, which `default` covered @ "400":',
    ],
    responses('{ "201": ~, "400": ~, default: { description: Any. } }'),
  ],
  [
    'a `default` for errors is gone',
    responses('{ default: ~ }'),
    ['· createOrder: the response default is gone @- default:'],
    responses('{ default: { description: No. } }'),
  ],
]);
