import { testDiff } from './test-diff.ts';

const draft = (to: string): string => `{ components: { schemas: { Draft: { properties: { to: ${to} } } } } }`;
const order = (to: string): string => `{ components: { schemas: { Order: { properties: { to: ${to} } } } } }`;
const forms = '[{ type: string, minLength: 3 }, { type: string, pattern: x }]';
const kinds =
  '[{ type: object, required: [kind], properties: { kind: { const: a } } }, { type: object, properties: { kind: { enum: [b, c] } } }]';

testDiff('branches', [
  [
    'any of them in a request, no longer one only',
    draft(`{ oneOf: ~, anyOf: ${forms} }`),
    ['· createOrder: body property `to` has `anyOf` instead of `oneOf` @ anyOf:'],
    draft(`{ oneOf: ${forms} }`),
  ],
  [
    'one of them only in a request',
    draft(`{ anyOf: ~, oneOf: ${forms} }`),
    ['✗ createOrder: body property `to` has `oneOf` instead of `anyOf` @ oneOf:'],
    draft(`{ oneOf: ~, anyOf: ${forms} }`),
  ],
  [
    'any of them in an answer, no longer one only',
    order(`{ oneOf: ~, anyOf: ${forms} }`),
    ['✗ listOrders, createOrder, getOrder: `Order.to` has `anyOf` instead of `oneOf` in answers @ anyOf:'],
    order(`{ $ref: ~, oneOf: ${forms} }`),
  ],
  [
    'one of them only in an answer',
    order(`{ anyOf: ~, oneOf: ${forms} }`),
    ['· listOrders, createOrder, getOrder: `Order.to` has `oneOf` instead of `anyOf` in answers @ oneOf:'],
    order(`{ $ref: ~, anyOf: ${forms} }`),
  ],
  [
    'any of them where no value can be two, by their types',
    draft('{ oneOf: ~, anyOf: [{ type: string }, { $ref: "#/components/schemas/Address" }] }'),
    [],
  ],
  [
    'one of them where no value can be two, by a property',
    draft(`{ anyOf: ~, oneOf: ${kinds} }`),
    [],
    draft(`{ oneOf: ~, anyOf: ${kinds} }`),
  ],
  [
    'one of them where a value without the property can be two',
    draft(`{ anyOf: ~, oneOf: ${kinds.replace('required: [kind], ', '')} }`),
    ['✗ createOrder: body property `to` has `oneOf` instead of `anyOf` @ oneOf:'],
    draft(`{ oneOf: ~, anyOf: ${kinds.replace('required: [kind], ', '')} }`),
  ],
  [
    'integers are numbers, too',
    draft('{ anyOf: ~, oneOf: [{ type: integer }, { type: number }] }'),
    ['✗ createOrder: body property `to` has `oneOf` instead of `anyOf` @ oneOf:'],
    draft('{ oneOf: ~, anyOf: [{ type: integer }, { type: number }] }'),
  ],
  [
    'branches of a branch',
    draft(
      '{ oneOf: ~, anyOf: [{ type: "null" }, { oneOf: [{ type: string }, { $ref: "#/components/schemas/Address" }] }] }',
    ),
    [],
    draft('{ oneOf: [{ type: string }, { type: "null" }, { $ref: "#/components/schemas/Address" }] }'),
  ],
]);
