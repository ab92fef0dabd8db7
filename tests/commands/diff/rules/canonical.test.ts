import { testDiff } from './test-diff.ts';

const title = (schema: string): string =>
  `{ components: { schemas: { Draft: { properties: { title: ${schema} } } } } }`;
const note = (schema: string): string =>
  `{ components: { schemas: { Order: { properties: { note: ${schema} } } } } }`;
const body = (content: string): string =>
  `{ paths: { /orders: { post: { requestBody: { content: ${content} } } } } }`;
const part = (schema: string): string =>
  body(`{ multipart/form-data: { schema: { type: object, properties: { file: ${schema} } } } }`);

testDiff('other spellings', [
  ['base64', title('{ format: ~, contentEncoding: base64 }'), [], title('{ format: byte }')],
  [
    'base64 as a format',
    title('{ format: byte, contentEncoding: ~ }'),
    [],
    title('{ contentEncoding: BASE64 }'),
  ],
  [
    'another encoding',
    title('{ format: ~, contentEncoding: base32 }'),
    [
      '✗ createOrder: body property `title` has `contentEncoding` `base32` instead of `base64` @ contentEncoding: base32',
    ],
    title('{ format: byte }'),
  ],
  [
    'base64 that is gone, at its place',
    title('{ format: ~ }'),
    ['· createOrder: body property `title` no longer has `contentEncoding` `base64` @- format: byte'],
    title('{ format: byte }'),
  ],
  [
    'a body of octets',
    body('{ application/octet-stream: { schema: ~ } }'),
    [],
    body('{ application/octet-stream: { schema: { type: string, format: binary } } }'),
  ],
  [
    'a file of octets',
    part('{ type: ~, format: ~, contentMediaType: application/octet-stream }'),
    [],
    part('{ type: string, format: binary }'),
  ],
  [
    'a file that is now a text',
    part('{ format: ~ }'),
    [
      '✗ createOrder: body property `file` has the media type `text/plain` instead of `application/octet-stream` @ file:',
      '✗ createOrder: body property `file` accepts only string @ type: string',
      '· createOrder: body property `file` no longer has `contentMediaType` `application/octet-stream` @- format: binary',
    ],
    part('{ type: string, format: binary }'),
  ],
  ['numbers that are whole', title('{ type: number, multipleOf: 1.0 }'), [], title('{ type: integer }')],
  [
    'whole numbers by name',
    title('{ type: integer, multipleOf: ~ }'),
    [],
    title('{ type: number, multipleOf: 1 }'),
  ],
  ['multiples of a whole number', title('{ type: integer }'), [], title('{ type: number, multipleOf: 5 }')],
  ['whole numbers in steps of tenths', title('{ multipleOf: 0.1 }'), [], title('{ type: integer }')],
  [
    'whole numbers by parts that must both hold',
    title('{ type: ~, allOf: [{ type: number }, { multipleOf: 3 }] }'),
    [],
    title('{ type: integer, multipleOf: 3, minLength: ~, maxLength: ~ }'),
  ],
  [
    'numbers instead of whole ones',
    note('{ multipleOf: 0.5 }'),
    [
      '✗ listOrders, createOrder, getOrder: `Order.note` may now be number in responses @ type: number',
      '· listOrders, createOrder, getOrder: `Order.note` has a new `multipleOf` `0.5` in responses @ multipleOf: 0.5',
    ],
    note('{ type: number, multipleOf: 1 }'),
  ],
  ['an escaped slash', title('{ pattern: "^a\\\\/[b\\\\/]" }'), [], title('{ pattern: "^a/[b/]" }')],
  [
    'an escaped backslash before a slash',
    title('{ pattern: "^\\\\\\\\/" }'),
    ['✗ createOrder: body property `title` has `pattern` `^\\\\/` instead of `^/` @ pattern: ^\\\\/'],
    title('{ pattern: "^/" }'),
  ],
  ['digits', title('{ pattern: "^\\\\d{1,}$" }'), [], title('{ pattern: "^[0-9]+$" }')],
  ['a pattern of every text', title('{ pattern: "" }'), []],
  ['null by its value', note('{ anyOf: [{ type: string }, { enum: [null] }], type: ~ }'), []],
  ['both values of boolean', note('{ type: boolean, enum: [true, false] }'), [], note('{ type: boolean }')],
  ['every type', note('{ type: [string, number, object, array, boolean, "null"] }'), [], note('{ type: ~ }')],
  ['contained items that count', title('{ minContains: 1 }'), [], title('{ contains: { type: string } }')],
  ['a count of nothing', title('{ minContains: 2, maxContains: 3 }'), []],
  [
    'more contained items',
    title('{ minContains: 2 }'),
    ['✗ createOrder: body property `title` has `minContains` 2 instead of 1 @ minContains: 2'],
    title('{ contains: { type: string } }'),
  ],
  [
    'contained items that may be missing',
    title('{ minContains: 0, maxContains: 3 }'),
    [
      '✗ createOrder: body property `title` has a new `maxContains` 3 @ maxContains: 3',
      '· createOrder: body property `title` no longer has `minContains` 2 @ minContains: 0',
    ],
    title('{ contains: { type: string }, minContains: 2 }'),
  ],
  [
    'no contained items at all',
    title('{ minContains: 0 }'),
    ['· createOrder: body property `title` no longer has `contains` @- contains:'],
    title('{ contains: { type: string } }'),
  ],
  [
    'another spelling in a keyword that is compared as a whole',
    title('{ not: { type: number, multipleOf: 1, exclusiveMinimum: 0, minimum: ~ } }'),
    [],
    title('{ not: { type: integer, minimum: 1 } }'),
  ],
  ['a condition without a consequence', title('{ if: { type: string } }'), []],
]);
