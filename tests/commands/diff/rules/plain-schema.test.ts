import { testDiff } from './test-diff.ts';

const gift = (schema: string): string =>
  `{ components: { schemas: { Draft: { properties: { gift: ${schema} } } } } }`;

testDiff('plain', [
  [
    'types as branches',
    gift('{ type: ~, anyOf: [{ type: string }, { type: boolean, description: Or. }] }'),
    [],
    gift('{ type: [boolean, string] }'),
  ],
  [
    'values as branches',
    gift('{ enum: ~, type: ~, oneOf: [{ const: b, title: B }, { const: a, title: A }] }'),
    [],
    gift('{ type: string, enum: [a, b] }'),
  ],
  [
    'one value less as a branch',
    gift('{ oneOf: [{ const: a }, { enum: [b] }] }'),
    ['✗ createOrder: body property `gift` no longer accepts `c` @ oneOf:'],
    gift('{ type: string, oneOf: [{ const: a }, { enum: [b, c] }] }'),
  ],
  [
    'a value that is listed twice, and so never exactly one',
    gift('{ enum: ~, oneOf: [{ const: a }, { const: b }, { const: b }] }'),
    [
      '✗ createOrder: body property `gift` has a new `oneOf` @ oneOf:',
      '· createOrder: body property `gift` accepts any value @- enum:',
    ],
    gift('{ type: string, enum: [a, b] }'),
  ],
]);
