import { testDiff } from './test-diff.ts';

const draft = (to: string): string => `{ components: { schemas: { Draft: { properties: { to: ${to} } } } } }`;
const order = (to: string): string => `{ components: { schemas: { Order: { properties: { to: ${to} } } } } }`;
const forms = '[{ type: string, minLength: 3 }, { type: string, pattern: x }]';
const kinds =
  '[{ type: object, required: [kind], properties: { kind: { const: a } } }, { type: object, properties: { kind: { enum: [b, c] } } }]';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(
  (name) => `{ type: object, required: [${name}], properties: { ${name}: { type: string } } }`,
);
const several = 'has branches of `oneOf` of which more may match at once, so that none does';

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
    ['✗ listOrders, createOrder, getOrder: `Order.to` has `anyOf` instead of `oneOf` in responses @ anyOf:'],
    order(`{ $ref: ~, oneOf: ${forms} }`),
  ],
  [
    'one of them only in an answer',
    order(`{ anyOf: ~, oneOf: ${forms} }`),
    ['· listOrders, createOrder, getOrder: `Order.to` has `oneOf` instead of `anyOf` in responses @ oneOf:'],
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
  [
    'two unions at once instead of one',
    draft(`{ anyOf: ~, allOf: [{ anyOf: [${a}, ${b}] }, { anyOf: [${c}, ${d}] }] }`),
    ['✗ createOrder: body property `to` has another `anyOf` @ - anyOf:'],
    draft(`{ oneOf: ~, anyOf: [${a}, ${b}, ${c}, ${d}] }`),
  ],
  [
    'two unions whose branches are grouped otherwise',
    draft(`{ allOf: [{ anyOf: [${a}, ${c}] }, { anyOf: [${b}, ${d}] }] }`),
    [
      '✗ createOrder: the body no longer has `to.b` @- b:',
      '✗ createOrder: new required body property `to.c` @ c:',
      '✗ createOrder: the body no longer has `to.c` @- c:',
      '✗ createOrder: new required body property `to.b` @ b:',
    ],
    draft(`{ oneOf: ~, allOf: [{ anyOf: [${a}, ${b}] }, { anyOf: [${c}, ${d}] }] }`),
  ],
  [
    'two unions in another order',
    draft(`{ allOf: [{ anyOf: [${d}, ${c}] }, { anyOf: [${b}, ${a}] }] }`),
    [],
    draft(`{ oneOf: ~, allOf: [{ anyOf: [${a}, ${b}] }, { anyOf: [${c}, ${d}] }] }`),
  ],
  [
    'branches of `anyOf` and `oneOf` that change places',
    draft(`{ anyOf: [${a}, ${c}], oneOf: [${b}, ${d}] }`),
    [
      `✗ createOrder: body property \`to\` ${several} @ oneOf:`,
      '✗ createOrder: the body no longer has `to.c` @- c:',
      '✗ createOrder: new required body property `to.b` @ b:',
      '✗ createOrder: the body no longer has `to.b` @- b:',
      '✗ createOrder: new required body property `to.c` @ c:',
    ],
    draft(`{ anyOf: [${a}, ${b}], oneOf: [${c}, ${d}] }`),
  ],
  [
    'one more union',
    draft(`{ anyOf: [${a}, ${b}] }`),
    ['✗ createOrder: body property `to` has a new `anyOf` @ anyOf:'],
  ],
  [
    'one union less',
    draft('{ anyOf: ~ }'),
    ['· createOrder: body property `to` no longer has `anyOf` @- anyOf:'],
    draft(`{ anyOf: [${a}, ${b}] }`),
  ],
  [
    'a branch that is two unions',
    draft(`{ anyOf: [{ type: string }, { anyOf: [${a}, ${b}], oneOf: [${c}, { type: object, not: {} }] }] }`),
    [
      '✗ createOrder: body property `to` no longer accepts object, object, object @ anyOf:',
      '· createOrder: body property `to` also accepts another form @ anyOf:',
    ],
    draft(`{ oneOf: ~, anyOf: [{ type: string }, ${a}, ${b}, ${c}] }`),
  ],
  [
    'one more branch of `oneOf` that a value may match beside another',
    draft(
      `{ oneOf: [${a}, { type: string }, { type: object, required: [a], properties: { a: { type: string }, z: { type: string } } }] }`,
    ),
    [
      `✗ createOrder: body property \`to\` ${several} @ oneOf:`,
      '· createOrder: body property `to` also accepts object @ oneOf:',
    ],
    draft(`{ oneOf: [${a}, { type: string }] }`),
  ],
  [
    'one more branch of `oneOf` that everything matches',
    draft(`{ oneOf: [${a}, { type: string }, {}] }`),
    [
      `✗ createOrder: body property \`to\` ${several} @ oneOf:`,
      '· createOrder: body property `to` also accepts another form @ oneOf:',
    ],
    draft(`{ oneOf: [${a}, { type: string }] }`),
  ],
  [
    'a branch of `oneOf` with a value of another',
    draft('{ oneOf: { 0: { properties: { k: { const: ~, enum: [a, b] } } } } }'),
    [
      `✗ createOrder: body property \`to\` ${several} @ oneOf:`,
      '· createOrder: body property `to.k` also accepts `b` @ enum:',
    ],
    draft(
      '{ oneOf: [{ type: object, required: [k], properties: { k: { const: a } } }, { type: object, required: [k], properties: { k: { const: b } } }] }',
    ),
  ],
  [
    'a form of `oneOf` that may be null, beside null',
    draft('{ oneOf: { 0: { type: [object, "null"] } } }'),
    [
      `✗ createOrder: body property \`to\` ${several} @ oneOf:`,
      '✗ createOrder: body property `to` no longer accepts object @ oneOf:',
      '· createOrder: body property `to` also accepts object, null @ oneOf:',
    ],
    draft(`{ oneOf: [${a}, { type: "null" }] }`),
  ],
  [
    'less is required in a branch of `oneOf`',
    draft('{ oneOf: { 0: { required: ~ } } }'),
    [
      `✗ createOrder: body property \`to\` ${several} @ oneOf:`,
      '· createOrder: body property `to.a` may now be left out @- required:',
    ],
    draft(`{ oneOf: [${a}, ${b}] }`),
  ],
  [
    'more is required in a branch of `oneOf`',
    draft('{ oneOf: { 0: { required: [a, z] } } }'),
    ['✗ createOrder: body property `to.z` is now required @ required:'],
    draft(`{ oneOf: [${a}, ${b}] }`),
  ],
  [
    'a new optional property in a branch of `oneOf`',
    draft('{ oneOf: { 0: { properties: { z: { type: string } } } } }'),
    ['· createOrder: new optional body property `to.z` @ z:'],
    draft(`{ oneOf: [${a}, ${b}] }`),
  ],
  [
    'a new optional property in a closed branch of `oneOf`',
    draft('{ oneOf: { 0: { properties: { z: { type: string } } } } }'),
    [
      `✗ createOrder: body property \`to\` ${several} @ oneOf:`,
      '· createOrder: new optional body property `to.z` @ z:',
    ],
    draft(
      `{ oneOf: [{ type: object, additionalProperties: false, properties: { a: { type: string }, b: { type: string } } }, ${b}] }`,
    ),
  ],
  [
    'closed branches of `oneOf` that need what the other has not',
    draft('{ oneOf: { 0: { properties: { z: { type: string } } } } }'),
    ['· createOrder: new optional body property `to.z` @ z:'],
    draft(
      '{ oneOf: [{ type: object, required: [a], additionalProperties: false, properties: { a: { type: string } } }, { type: object, required: [b], additionalProperties: false, properties: { b: { type: string } } }] }',
    ),
  ],
  [
    'a `oneOf` in a branch, of which two may match',
    draft(`{ anyOf: [{ type: string }, { oneOf: [${a}, ${b}] }] }`),
    [
      '✗ createOrder: body property `to` no longer accepts object, object @ anyOf:',
      '· createOrder: body property `to` also accepts another form @ anyOf:',
    ],
    draft(`{ oneOf: ~, anyOf: [{ type: string }, ${a}, ${b}] }`),
  ],
  [
    'branches of the same type in another order',
    draft(
      '{ anyOf: [{ type: string, pattern: ^b }, { type: string, pattern: ^c }, { type: string, pattern: ^a }] }',
    ),
    [],
    draft(
      '{ oneOf: ~, anyOf: [{ type: string, pattern: ^a }, { type: string, pattern: ^b }, { type: string, pattern: ^c }] }',
    ),
  ],
  [
    'one more branch of `oneOf` in an answer that everything matches',
    order(`{ oneOf: [${a}, { type: string }, {}] }`),
    [
      '✗ listOrders, createOrder, getOrder: `Order.to` may now be another form in responses @ oneOf:',
      `· listOrders, createOrder, getOrder: \`Order.to\` ${several} in responses @ oneOf:`,
    ],
    order(`{ $ref: ~, oneOf: [${a}, { type: string }] }`),
  ],
  [
    'one union in an answer instead of two at once',
    order(`{ allOf: ~, anyOf: [${a}, ${b}, ${c}, ${d}] }`),
    ['✗ listOrders, createOrder, getOrder: `Order.to` has another `anyOf` in responses @ anyOf:'],
    order(`{ $ref: ~, allOf: [{ anyOf: [${a}, ${b}] }, { anyOf: [${c}, ${d}] }] }`),
  ],
]);
