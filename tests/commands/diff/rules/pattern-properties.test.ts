import { testDiff } from './test-diff.ts';

const draft = (schema: string): string => `{ components: { schemas: { Draft: ${schema} } } }`;
const address = (schema: string): string => `{ components: { schemas: { Address: ${schema} } } }`;
const letters = 'patternProperties: { ^x-: { type: string } }';

testDiff('pattern properties', [
  [
    'new in an open object',
    address(`{ ${letters} }`),
    [
      '✗ createOrder: body property `to` has new properties `^x-` @ ^x-:',
      '· listOrders, createOrder, getOrder: `Address` has new properties `^x-` in responses @ ^x-:',
    ],
  ],
  [
    'gone from an open object',
    address('{ patternProperties: ~ }'),
    [
      '✗ listOrders, createOrder, getOrder: `Address` no longer has properties `^x-` in responses @- ^x-:',
      '· createOrder: body property `to` no longer has properties `^x-` @- ^x-:',
    ],
    address(`{ ${letters} }`),
  ],
  [
    'new in a closed object',
    draft(`{ ${letters} }`),
    ['· createOrder: the body has new properties `^x-` @ ^x-:'],
  ],
  [
    'gone from a closed object',
    draft('{ patternProperties: ~ }'),
    ['✗ createOrder: the body no longer has properties `^x-` @- ^x-:'],
    draft(`{ ${letters} }`),
  ],
  [
    'one of two',
    address('{ patternProperties: { ^y-: ~ } }'),
    [
      '✗ listOrders, createOrder, getOrder: `Address` no longer has properties `^y-` in responses @- ^y-:',
      '· createOrder: body property `to` no longer has properties `^y-` @- ^y-:',
    ],
    address('{ patternProperties: { ^x-: { type: string }, ^y-: { type: string } } }'),
  ],
  ['of any kind in an open object', address('{ patternProperties: { ^x-: {} } }'), []],
  [
    'which were additional ones of the same kind',
    draft(`{ ${letters} }`),
    ['· createOrder: the body has new properties `^x-` @ ^x-:'],
    draft('{ additionalProperties: { type: string } }'),
  ],
  [
    'which were additional ones of another kind',
    draft('{ patternProperties: { ^x-: { type: string, maxLength: 3 } } }'),
    [
      '✗ createOrder: body property `^x-` has a new `maxLength` 3 @ maxLength: 3',
      '· createOrder: the body has new properties `^x-` @ ^x-:',
    ],
    draft('{ additionalProperties: { type: string } }'),
  ],
]);

testDiff('values to which others may be added', [
  [
    'a new one',
    '{ components: { schemas: { State: { x-extensible-enum: [a, b, c] } } } }',
    [
      '· listOrders, createOrder: `State` also accepts `c` in requests @ x-extensible-enum:',
      '· listOrders, createOrder, getOrder: `State` may now be `c` in responses @ x-extensible-enum:',
    ],
    '{ components: { schemas: { State: { enum: ~, x-enum-provenance: ~, x-extensible-enum: [a, b] } } } }',
  ],
  [
    'one that is gone',
    '{ components: { schemas: { State: { x-extensible-enum: [a] } } } }',
    [
      '✗ listOrders, createOrder: `State` no longer accepts `b` in requests @ x-extensible-enum:',
      '· listOrders, createOrder, getOrder: `State` is no longer `b` in responses @ x-extensible-enum:',
    ],
    '{ components: { schemas: { State: { enum: ~, x-enum-provenance: ~, x-extensible-enum: [a, b] } } } }',
  ],
]);
