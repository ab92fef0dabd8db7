import { testDiff } from './test-diff.ts';

testDiff('parameters', [
  [
    'a new optional one',
    '{ paths: { /orders: { get: { parameters: { 3: { name: q, in: query, schema: { type: string } } } } } } }',
    ['· listOrders: new optional parameter `q` @ - name: q'],
  ],
  [
    'a new required one',
    '{ paths: { /orders: { get: { parameters: { 3: { name: q, in: query, required: true, schema: { type: string } } } } } } }',
    ['✗ listOrders: new required parameter `q` @ - name: q'],
  ],
  [
    'a new one of the whole path',
    '{ paths: { /orders: { parameters: [{ name: X-Shop, in: header, required: true, schema: { type: string } }] } } }',
    ['✗ listOrders, createOrder: new required parameter `X-Shop` @ - name: X-Shop'],
  ],
  [
    'one is gone',
    '{ paths: { /orders: { get: { parameters: [{ name: state, in: query, schema: { $ref: "#/components/schemas/State" } }, { name: size, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 50 } }] } } } }',
    ['✗ listOrders: the parameter `ids` is gone @- - name: ids'],
  ],
  [
    'another place',
    '{ paths: { /orders: { get: { parameters: { 1: { in: header } } } } } }',
    [
      '✗ listOrders: the parameter `size` is gone @- - name: size',
      '· listOrders: new optional parameter `size` @ - name: size',
    ],
  ],
  [
    'required',
    '{ paths: { /orders: { get: { parameters: { 1: { required: true } } } } } }',
    ['✗ listOrders: `size` is now required @ required: true'],
  ],
  [
    'deprecated',
    '{ paths: { /orders: { get: { parameters: { 1: { deprecated: true } } } } } }',
    ['· listOrders: `size` is now deprecated @ deprecated: true'],
  ],
  [
    'style',
    '{ paths: { /orders: { get: { parameters: { 2: { style: pipeDelimited } } } } } }',
    ['✗ listOrders: `ids` has the style `pipeDelimited` instead of `form` @ style: pipeDelimited'],
  ],
  [
    'explode of a list',
    '{ paths: { /orders: { get: { parameters: { 2: { explode: false } } } } } }',
    ['✗ listOrders: `ids` now has all its values in one @ explode: false'],
  ],
  ['explode of a number', '{ paths: { /orders: { get: { parameters: { 1: { explode: false } } } } } }', []],
  [
    'reserved characters',
    '{ paths: { /orders: { get: { parameters: { 1: { allowReserved: true } } } } } }',
    ['· listOrders: `size` now accepts reserved characters unencoded @ allowReserved: true'],
  ],
  [
    'what goes without saying',
    '{ paths: { /orders: { get: { parameters: { 1: { style: form, explode: true, required: false } } } } } }',
    [],
  ],
  [
    'the order',
    '{ paths: { /orders: { get: { parameters: [{ name: size, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 50 } }, { name: state, in: query, schema: { $ref: "#/components/schemas/State" } }, { name: ids, in: query, schema: { type: array, items: { type: string, maxLength: 24 } } }] } } } }',
    [],
  ],
  [
    'another default',
    '{ paths: { /orders: { get: { parameters: { 1: { schema: { default: 20 } } } } } } }',
    ['✗ listOrders: `size` has default `20` instead of `50` @ default: 20'],
  ],
  [
    'no default any more',
    '{ paths: { /orders: { get: { parameters: { 1: { schema: { default: ~ } } } } } } }',
    ['✗ listOrders: `size` no longer has default `50` @- default: 50'],
  ],
  [
    'a default where none was',
    '{ paths: { /orders: { get: { parameters: { 0: { schema: { $ref: ~, type: string, enum: [open, paid, lost], x-enum-provenance: { lost: observed }, default: open } } } } } } }',
    ['· listOrders: `state` has a new default `open` @ default: open'],
  ],
  [
    'a lower maximum',
    '{ paths: { /orders: { get: { parameters: { 1: { schema: { maximum: 50 } } } } } } }',
    ['✗ listOrders: `size` has `maximum` 50 instead of 100 @ maximum: 50'],
  ],
  [
    'a higher maximum',
    '{ paths: { /orders: { get: { parameters: { 1: { schema: { maximum: 200 } } } } } } }',
    ['· listOrders: `size` has `maximum` 200 instead of 100 @ maximum: 200'],
  ],
  [
    'a wider type',
    '{ paths: { /orders: { get: { parameters: { 1: { schema: { type: number } } } } } } }',
    ['· listOrders: `size` also accepts number @ type: number'],
  ],
  [
    'a limit of its items',
    '{ paths: { /orders: { get: { parameters: { 2: { schema: { items: { maxLength: 12 } } } } } } } }',
    ['✗ listOrders: `ids[]` has `maxLength` 12 instead of 24 @ maxLength: 12'],
  ],
  [
    'another pattern',
    "{ paths: { '/orders/{order_id}': { get: { parameters: { 0: { schema: { pattern: '^[0-9]+$' } } } } } } }",
    ['✗ getOrder: `order_id` has `pattern` `^\\d+$` instead of `^o-` @ pattern: ^[0-9]+$'],
  ],
  [
    'no pattern any more',
    "{ paths: { '/orders/{order_id}': { get: { parameters: { 0: { schema: { pattern: ~ } } } } } } }",
    ['· getOrder: `order_id` no longer has `pattern` `^o-` @- pattern: "^o-"'],
  ],
  [
    'a format',
    "{ paths: { '/orders/{order_id}': { get: { parameters: { 0: { schema: { format: uuid } } } } } } }",
    ['✗ getOrder: `order_id` has a new `format` `uuid` @ format: uuid'],
  ],
  [
    'unique items',
    '{ paths: { /orders: { get: { parameters: { 2: { schema: { uniqueItems: true } } } } } } }',
    ['✗ listOrders: `ids` has a new `uniqueItems` `true` @ uniqueItems: true'],
  ],
  [
    'a limit that is none',
    '{ paths: { /orders: { get: { parameters: { 2: { schema: { minItems: 0 } } } } } } }',
    [],
  ],
  [
    'a media type in place of a style',
    '{ paths: { /orders: { get: { parameters: { 1: { schema: ~, content: { application/json: { schema: { type: integer, minimum: 1, maximum: 100, default: 50 } } } } } } } } }',
    ['✗ listOrders: `size` has media type `application/json` instead of style `form` @ content:'],
  ],
  [
    'a style in place of a media type',
    '{ paths: { /orders: { get: { parameters: { 1: { content: ~, schema: { type: integer } } } } } } }',
    ['✗ listOrders: `size` has style `form` instead of media type `application/json` @- content:'],
    '{ paths: { /orders: { get: { parameters: { 1: { schema: ~, content: { application/json: { schema: { type: integer } } } } } } } } }',
  ],
  [
    'another media type',
    '{ paths: { /orders: { get: { parameters: { 1: { content: { application/json: ~, text/xml: { schema: { type: integer } } } } } } } } }',
    ['✗ listOrders: `size` has media type `text/xml` instead of `application/json` @ content:'],
    '{ paths: { /orders: { get: { parameters: { 1: { schema: ~, content: { application/json: { schema: { type: integer } } } } } } } } }',
  ],
  [
    'the schema of a media type, in other capitals',
    '{ paths: { /orders: { get: { parameters: { 1: { content: { application/json: ~, Application/JSON: { schema: { type: integer, maximum: 9 } } } } } } } } }',
    ['✗ listOrders: `size` has a new `maximum` 9 @ maximum: 9'],
    '{ paths: { /orders: { get: { parameters: { 1: { schema: ~, content: { application/json: { schema: { type: integer } } } } } } } } }',
  ],
  [
    'empty',
    '{ paths: { /orders: { get: { parameters: { 1: { allowEmptyValue: true } } } } } }',
    ['· listOrders: `size` may now be empty @ allowEmptyValue: true'],
  ],
  [
    'never empty',
    '{ paths: { /orders: { get: { parameters: { 1: { allowEmptyValue: false } } } } } }',
    ['✗ listOrders: `size` may no longer be empty @ allowEmptyValue: false'],
    '{ paths: { /orders: { get: { parameters: { 1: { allowEmptyValue: true } } } } } }',
  ],
  [
    'empty in a header, where it says nothing',
    '{ paths: { /orders: { get: { parameters: { 1: { allowEmptyValue: true } } } } } }',
    [],
    '{ paths: { /orders: { get: { parameters: { 1: { in: header } } } } } }',
  ],
  [
    'explode of a list in the style `simple`, which says nothing',
    '{ paths: { /orders: { get: { parameters: { 2: { explode: true } } } } } }',
    [],
    '{ paths: { /orders: { get: { parameters: { 2: { in: header } } } } } }',
  ],
  [
    'a default that holds what is called as a text',
    '{ paths: { /orders: { get: { parameters: { 1: { schema: { default: { title: b } } } } } } } }',
    ['✗ listOrders: `size` has default `{"title":"b"}` instead of `{"title":"a"}` @ default:'],
    '{ paths: { /orders: { get: { parameters: { 1: { schema: { type: object, default: { title: a } } } } } } } }',
  ],
]);
