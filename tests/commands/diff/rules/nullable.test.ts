import { testDiff } from './test-diff.ts';

const gift = (schema: string): string =>
  `{ components: { schemas: { Draft: { properties: { gift: ${schema} } } } } }`;

testDiff('nullable', [
  [
    'null as one of two forms',
    '{ components: { schemas: { Order: { properties: { note: { type: ~, anyOf: [{ type: string }, { type: "null" }] } } } } } }',
    [],
  ],
  [
    'null as one of two types',
    gift('{ oneOf: ~, type: [boolean, "null"] }'),
    [],
    gift('{ type: ~, oneOf: [{ type: "null" }, { type: boolean }] }'),
  ],
  [
    'null as one of the values',
    gift('{ enum: ~, type: ~, anyOf: [{ type: string, enum: [a, b] }, { type: "null" }] }'),
    [],
    gift('{ type: [string, "null"], enum: [a, null, b] }'),
  ],
  [
    'the form beside null allows less',
    gift('{ type: ~, anyOf: [{ type: string, maxLength: 9 }, { type: "null" }] }'),
    ['✗ createOrder: body property `gift` has a new `maxLength` 9 @ maxLength: 9'],
    gift('{ type: [string, "null"] }'),
  ],
  [
    'the form beside null has another type',
    gift('{ type: ~, anyOf: [{ type: string }, { type: "null" }] }'),
    ['✗ createOrder: body property `gift` is string, null instead of boolean, null @ anyOf:'],
    gift('{ type: [boolean, "null"] }'),
  ],
  [
    'what is said beside the two forms',
    gift('{ type: ~, anyOf: [{ type: boolean }, { type: "null" }], default: true }'),
    ['✗ createOrder: body property `gift` has default `true` instead of `false` @ default: true'],
    gift('{ type: [boolean, "null"] }'),
  ],
  [
    'an `enum` without null beside its type',
    gift('{ enum: ~, type: ~, anyOf: [{ type: string, enum: [a] }, { type: "null" }] }'),
    ['· createOrder: body property `gift` also accepts null @ anyOf:'],
    gift('{ type: [string, "null"], enum: [a] }'),
  ],
  [
    'null further down',
    gift(
      '{ properties: ~, type: ~, anyOf: [{ type: object, properties: { a: { type: string } } }, { type: "null" }] }',
    ),
    ['✗ createOrder: body property `gift.a` no longer accepts null @ type: string'],
    gift('{ type: [object, "null"], properties: { a: { type: [string, "null"] } } }'),
  ],
  [
    'null in both of two forms, of which one only may match',
    gift('{ type: ~, oneOf: [{ type: [string, "null"] }, { type: "null" }] }'),
    [
      '✗ createOrder: body property `gift` has branches of `oneOf` of which more may match at once, so that none does @ oneOf:',
      '· createOrder: body property `gift` also accepts null @ oneOf:',
    ],
    gift('{ type: [string, "null"] }'),
  ],
  [
    'null in both of two forms, of which any may match',
    gift('{ type: ~, anyOf: [{ type: [string, "null"] }, { type: "null" }] }'),
    [],
    gift('{ type: [string, "null"] }'),
  ],
]);
