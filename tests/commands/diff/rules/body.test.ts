import { testDiff } from './test-diff.ts';

testDiff('body', [
  [
    'a property is required',
    '{ components: { schemas: { Draft: { required: [title, price] } } } }',
    ['✗ createOrder: body property `price` is now required @ required:'],
  ],
  [
    'a new required property',
    '{ components: { schemas: { Draft: { required: [title, size], properties: { size: { type: integer } } } } } }',
    ['✗ createOrder: new required body property `size` @ size:'],
  ],
  [
    'a new optional property',
    '{ components: { schemas: { Draft: { properties: { size: { type: integer } } } } } }',
    ['· createOrder: new optional body property `size` @ size:'],
  ],
  [
    'a property may be left out',
    '{ components: { schemas: { Draft: { required: ~ } } } }',
    ['· createOrder: body property `title` may now be left out @- required: [title]'],
  ],
  [
    'a property is gone',
    '{ components: { schemas: { Draft: { properties: { gift: ~ } } } } }',
    ['✗ createOrder: the body no longer has `gift` @- gift:'],
  ],
  [
    'a property is only read',
    '{ components: { schemas: { Draft: { properties: { gift: { readOnly: true } } } } } }',
    ['✗ createOrder: the body no longer has `gift` @- gift:'],
  ],
  [
    'a new required property that is only read',
    '{ components: { schemas: { Draft: { required: [title, id], properties: { id: { type: string, readOnly: true } } } } } }',
    [],
  ],
  [
    'open',
    '{ components: { schemas: { Draft: { additionalProperties: ~ } } } }',
    ['· createOrder: the body now accepts any other properties @- additionalProperties: false'],
  ],
  [
    'closed',
    '{ components: { schemas: { Address: { additionalProperties: false } } } }',
    [
      '✗ createOrder: body property `to` no longer accepts other properties @ additionalProperties: false',
      '· listOrders, createOrder, getOrder: `Address` no longer has other properties in responses @ additionalProperties: false',
    ],
  ],
  [
    'other properties of a kind',
    '{ components: { schemas: { Draft: { additionalProperties: { type: string } } } } }',
    ['· createOrder: the body accepts other properties of one kind only @ additionalProperties:'],
  ],
  [
    'a longer title',
    '{ components: { schemas: { Draft: { properties: { title: { minLength: 3 } } } } } }',
    ['✗ createOrder: body property `title` has `minLength` 3 instead of 1 @ minLength: 3'],
  ],
  [
    'a title of any length',
    '{ components: { schemas: { Draft: { properties: { title: { maxLength: ~ } } } } } }',
    ['· createOrder: body property `title` no longer has `maxLength` 50 @- maxLength: 50'],
  ],
  [
    'a limit that is excluded',
    '{ components: { schemas: { Draft: { properties: { price: { minimum: ~, exclusiveMinimum: 0 } } } } } }',
    [
      '✗ createOrder: body property `price` has `exclusiveMinimum` 0 instead of `minimum` 0 @ exclusiveMinimum: 0',
    ],
  ],
  [
    'one value only',
    '{ components: { schemas: { Draft: { properties: { gift: { const: true } } } } } }',
    ['✗ createOrder: body property `gift` accepts only `true` @ const: true'],
  ],
  [
    'null, too',
    '{ components: { schemas: { Draft: { properties: { gift: { type: [boolean, "null"] } } } } } }',
    ['· createOrder: body property `gift` also accepts null @ type:'],
  ],
  [
    'steps of 5',
    '{ components: { schemas: { Draft: { properties: { price: { multipleOf: 5 } } } } } }',
    ['· createOrder: body property `price` has `multipleOf` `5` instead of `10` @ multipleOf: 5'],
  ],
  [
    'steps of 20',
    '{ components: { schemas: { Draft: { properties: { price: { multipleOf: 20 } } } } } }',
    ['✗ createOrder: body property `price` has `multipleOf` `20` instead of `10` @ multipleOf: 20'],
  ],
  [
    'steps of 3',
    '{ components: { schemas: { Draft: { properties: { price: { multipleOf: 3 } } } } } }',
    ['✗ createOrder: body property `price` has `multipleOf` `3` instead of `10` @ multipleOf: 3'],
  ],
  [
    'one of two patterns',
    '{ components: { schemas: { Draft: { properties: { title: { anyOf: [{ pattern: ^a }, { pattern: ^b }] } } } } } }',
    ['✗ createOrder: body property `title` has a new `anyOf` @ anyOf:'],
  ],
  [
    'branches beside what they all share',
    '{ components: { schemas: { Draft: { properties: { to: { maxLength: 9 } } } } } }',
    ['✗ createOrder: body property `to` has a new `maxLength` 9 @ maxLength: 9'],
  ],
  [
    'two forms, and something that both must keep to',
    '{ components: { schemas: { Draft: { properties: { gift: { type: ~, oneOf: [{ type: boolean }, { type: "null" }], not: { const: 1 } } } } } } }',
    [
      '✗ createOrder: body property `gift` has a new `not` @ not:',
      '· createOrder: body property `gift` also accepts null @ oneOf:',
    ],
  ],
  [
    'two forms, of which none is the earlier one',
    '{ components: { schemas: { Draft: { properties: { gift: { type: ~, oneOf: [{ type: integer }, { type: "null" }] } } } } } }',
    ['✗ createOrder: body property `gift` is integer, null instead of boolean @ oneOf:'],
  ],
  [
    'any form',
    '{ components: { schemas: { Draft: { properties: { to: { oneOf: ~ } } } } } }',
    ['· createOrder: body property `to` no longer has `oneOf` @- oneOf:'],
  ],
  [
    'something forbidden',
    '{ components: { schemas: { Draft: { properties: { title: { not: { const: none } } } } } } }',
    ['✗ createOrder: body property `title` has a new `not` @ not:'],
  ],
  [
    'a branch is gone',
    '{ components: { schemas: { Draft: { properties: { to: { oneOf: [{ $ref: "#/components/schemas/Address" }] } } } } } }',
    ['✗ createOrder: body property `to` no longer accepts string @- oneOf:'],
  ],
  [
    'a new branch',
    '{ components: { schemas: { Draft: { properties: { to: { oneOf: [{ type: "null" }, { type: string }, { $ref: "#/components/schemas/Address" }] } } } } } }',
    ['· createOrder: body property `to` also accepts null @ oneOf:'],
  ],
  [
    'branches in another order',
    '{ components: { schemas: { Draft: { properties: { to: { oneOf: [{ $ref: "#/components/schemas/Address" }, { type: string }] } } } } } }',
    [],
  ],
  [
    'a change inside a branch',
    '{ components: { schemas: { Draft: { properties: { to: { oneOf: [{ type: string, minLength: 2 }, { $ref: "#/components/schemas/Address" }] } } } } } }',
    ['✗ createOrder: body property `to` has a new `minLength` 2 @ minLength: 2'],
  ],
  [
    'one branch, without oneOf',
    '{ components: { schemas: { Draft: { properties: { to: { oneOf: ~, $ref: "#/components/schemas/Address" } } } } } }',
    ['✗ createOrder: body property `to` no longer accepts string @- oneOf:'],
  ],
  [
    'the body may be left out',
    '{ paths: { /orders: { post: { requestBody: { required: false } } } } }',
    ['· createOrder: the body may now be left out @ required: false'],
  ],
  [
    'a new required body',
    "{ paths: { '/orders/{order_id}': { get: { requestBody: { required: true, content: { application/json: { schema: { type: object } } } } } } } }",
    ['✗ getOrder: new required body @ requestBody:'],
  ],
  [
    'no body any more',
    '{ paths: { /orders: { post: { requestBody: ~ } } } }',
    ['✗ createOrder: no longer takes a body @- requestBody:'],
  ],
  [
    'one more media type',
    '{ paths: { /orders: { post: { requestBody: { content: { application/xml: { schema: { type: object } } } } } } } }',
    ['· createOrder: the body may now be `application/xml` @ application/xml:'],
  ],
  [
    'another media type',
    '{ paths: { /orders: { post: { requestBody: { content: { application/json: ~, application/xml: { schema: { $ref: "#/components/schemas/Draft" } } } } } } } }',
    [
      '✗ createOrder: the body is no longer `application/json` @- application/json:',
      '· createOrder: the body may now be `application/xml` @ application/xml:',
    ],
  ],
  [
    'a value that holds what is called as a text',
    '{ components: { schemas: { Draft: { properties: { gift: { enum: [{ example: 2 }] } } } } } }',
    [
      '✗ createOrder: body property `gift` no longer accepts `{"example":1}` @ enum:',
      '· createOrder: body property `gift` also accepts `{"example":2}` @ enum:',
    ],
    '{ components: { schemas: { Draft: { properties: { gift: { type: object, enum: [{ example: 1 }] } } } } } }',
  ],
  [
    'a property is forbidden',
    '{ components: { schemas: { Draft: { properties: { gift: false } } } } }',
    ['✗ createOrder: the body no longer has `gift` @- gift:'],
  ],
  [
    'a property of any kind, said by true',
    '{ components: { schemas: { Draft: { properties: { gift: true } } } } }',
    [],
    '{ components: { schemas: { Draft: { properties: { gift: { type: ~, default: ~ } } } } } }',
  ],
  [
    'a schema for a pattern of names',
    '{ components: { schemas: { Draft: { patternProperties: { ^x-: { maxLength: 9 } } } } } }',
    ['✗ createOrder: body property `^x-` has a new `maxLength` 9 @ maxLength: 9'],
    '{ components: { schemas: { Draft: { patternProperties: { ^x-: { type: string } } } } } }',
  ],
  [
    'one more pattern of names in a closed object',
    '{ components: { schemas: { Draft: { patternProperties: { ^y-: { type: string } } } } } }',
    ['· createOrder: the body has new properties `^y-` @ ^y-:'],
    '{ components: { schemas: { Draft: { patternProperties: { ^x-: { type: string } } } } } }',
  ],
  [
    'a schema for a place',
    '{ components: { schemas: { Draft: { properties: { gift: { prefixItems: { 1: { type: number } } } } } } } }',
    ['· createOrder: body property `gift[1]` also accepts number @ - type: number'],
    '{ components: { schemas: { Draft: { properties: { gift: { type: array, prefixItems: [{ type: string }, { type: integer }] } } } } } }',
  ],
  [
    'one more place',
    '{ components: { schemas: { Draft: { properties: { gift: { prefixItems: { 1: { type: number } } } } } } } }',
    ['✗ createOrder: body property `gift` has another `prefixItems` @ prefixItems:'],
    '{ components: { schemas: { Draft: { properties: { gift: { type: array, prefixItems: [{ type: string }] } } } } } }',
  ],
  [
    'a property needs one other less',
    '{ components: { schemas: { Draft: { dependentRequired: { gift: [price] } } } } }',
    ['· createOrder: the body has another `dependentRequired` @ dependentRequired:'],
    '{ components: { schemas: { Draft: { dependentRequired: { gift: [price, to], state: [to] } } } } }',
  ],
  [
    'a property needs one other more',
    '{ components: { schemas: { Draft: { dependentRequired: { gift: [to, price] } } } } }',
    ['✗ createOrder: the body has another `dependentRequired` @ dependentRequired:'],
    '{ components: { schemas: { Draft: { dependentRequired: { gift: [price] } } } } }',
  ],
]);
