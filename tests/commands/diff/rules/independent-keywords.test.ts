import { testDiff } from './test-diff.ts';

const title = (schema: string): string =>
  `{ components: { schemas: { Draft: { properties: { title: ${schema} } } } } }`;
const price = (schema: string): string =>
  `{ components: { schemas: { Order: { properties: { price: ${schema} } } } } }`;

testDiff('singles', [
  [
    'longer whole numbers in a request',
    title('{ format: int64 }'),
    ['· createOrder: body property `title` has `format` `int64` instead of `int32` @ format: int64'],
    title('{ format: int32 }'),
  ],
  [
    'longer fractions in an answer',
    price('{ format: double }'),
    [
      '✗ listOrders, createOrder, getOrder: `Order.price` has `format` `double` instead of `float` in responses @ format: double',
    ],
    price('{ format: float }'),
  ],
  [
    'shorter fractions in an answer',
    price('{ format: float }'),
    [
      '· listOrders, createOrder, getOrder: `Order.price` has `format` `float` instead of `double` in responses @ format: float',
    ],
    price('{ format: double }'),
  ],
  [
    'another format',
    title('{ format: date }'),
    ['✗ createOrder: body property `title` has `format` `date` instead of `date-time` @ format: date'],
    title('{ format: date-time }'),
  ],
  ['steps of 1 of whole numbers', price('{ multipleOf: 1 }'), [], price('{ type: integer }')],
  [
    'steps of 1 of numbers',
    title('{ multipleOf: 1 }'),
    ['✗ createOrder: body property `title` is integer instead of number @ type: number'],
    title('{ type: number }'),
  ],
  [
    'capitals of an encoding and a media type',
    title('{ contentEncoding: BASE64, contentMediaType: image/PNG }'),
    [],
    title('{ contentEncoding: base64, contentMediaType: image/png }'),
  ],
  [
    'another encoding',
    title('{ contentEncoding: base64url }'),
    [
      '✗ createOrder: body property `title` has `contentEncoding` `base64url` instead of `base64` @ contentEncoding: base64url',
    ],
    title('{ contentEncoding: base64 }'),
  ],
]);
