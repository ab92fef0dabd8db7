import { testRule } from './test-rule.ts';

/** A list of orders beside the single order of `minimal.yaml`, with this `x-contract`. */
const orders = (contract: string, more = ''): string => `
paths:
  /orders:
    get:
      operationId: listOrders
      summary: List Orders
      parameters:
        - { name: page, in: query, schema: { type: integer, default: 1 } }
        - { name: state, in: query, schema: { allOf: [{ enum: [open, paid] }] } }
        - { name: gift, in: query, schema: { type: boolean } }
        - { name: text, in: query, schema: { type: string } }
        - { name: sort, in: query, schema: { enum: [id, state, -state] } }
        - { name: order, in: query, schema: { enum: [asc, desc] } }
        - { name: side, in: query, schema: { enum: [up, desc] } }
      responses:
        "200":
          description: The orders.
          headers: { X-Region: { schema: { type: string }, example: us } }
          content:
            application/json:
              schema:
                type: object
                properties:
                  items: { type: array, items: { $ref: '#/components/schemas/Order' } }
                  total: { type: integer }
                  open: { type: integer }
                  extra: { type: object }
              example: { items: [] }
        4XX: { description: Refused. }
      x-contract: ${contract}
${more}`;
const list = (more: string): string => orders(`{ list: { items: /items, identity: /id, ${more} } }`);
const relation = (text: string): string => orders(`{ relations: [{ ${text} }] }`);
const single = (more: string): string => `  /orders/{order_id}:\n    get: { ${more} }`;

testRule('contract-refers', [
  [
    'what is there',
    list(
      [
        'page: { number: page, total: /total }',
        'filters: { state: { property: /state, keep: equals, spelled: { paid: payed } }, gift: { keep: apart } }',
        'sort: { by: sort, direction: order, keys: { id: /id }, default: id desc }',
        'detail: { operation: getOrder, parameter: order_id, same: [/state] }',
      ].join(', '),
    ),
    [],
  ],
  [
    'items that are not described',
    orders('{ list: { items: /itms, identity: /id, sort: { by: sort, keys: { id: /id } } } }'),
    ['items: /itms'],
  ],
  ['items that are no array', orders('{ list: { items: /total, identity: /id } }'), ['items: /total']],
  ['an identity that no item has', orders('{ list: { items: /items, identity: /no } }'), ['identity: /no']],
  [
    'parameters and properties of pages',
    list('page: { number: pge, size: size, echo: /page, next: /next }'),
    ['number: pge', 'size: size', 'echo: /page', 'next: /next'],
  ],
  [
    'a filter of no property',
    list('filters: { state: { keep: equals, property: /stat } }'),
    ['property: /stat'],
  ],
  ['a filter of no parameter', list('filters: { stat: { keep: equals, property: /state } }'), ['stat:']],
  [
    'a value that is not in the enum',
    list('filters: { state: { keep: equals, property: /state, spelled: { payd: paid } } }'),
    ['payd: paid'],
  ],
  ['values that nobody can tell', list('filters: { text: { keep: apart } }'), ['keep: apart']],
  [
    'counts of no value and of no property',
    orders('{ filters: { state: { counts: { open: /open, paid: /paid, lost: /total } } } }'),
    ['paid: /paid', 'lost: /total'],
  ],
  ['a key that can not be sent', list('sort: { by: sort, keys: { ident: /id } }'), ['ident: /id']],
  [
    'a key that is sent with a minus only',
    list('sort: { by: side, keys: { up: /id, esc: /id } }'),
    ['esc: /id'],
  ],
  [
    'a direction without `asc`',
    list('sort: { by: sort, direction: side, keys: { id: /id } }'),
    ['direction: side'],
  ],
  [
    'an order by default that is no key',
    list('sort: { by: sort, keys: { id: /id }, default: -state }'),
    ['default: -state'],
  ],
  [
    'a detail of no operation',
    list('detail: { operation: getOder, parameter: order_id }'),
    ['operation: getOder'],
  ],
  [
    'a detail by a parameter of the query, and of what the single one lacks',
    list('detail: { operation: getOrder, parameter: since, same: [/state, /price] }'),
    ['parameter: since', '- /price', '- /price'],
  ],
  ['an undescribed property', relation('equals: [/total, /extra/total]'), ['- /extra/total']],
  ['an undescribed property of an item', relation('each: /items, ordered: [/id, /total]'), ['- /total']],
  [
    'elapsed time of nothing',
    relation('each: /items, elapsed: { from: /id, to: /end, is: /state }'),
    ['to: /end'],
  ],
  [
    'expressions',
    relation('equals: [/total, $region, $request.query.page, $request.query.pge, $response.header.x-region]'),
    ['- $request.query.pge'],
  ],
  [
    'a header that is not described',
    relation('equals: [/total, $response.header.X-Regoin]'),
    ['- $response.header.X-Regoin'],
  ],
  [
    'a parameter that the path lacks',
    relation('equals: [/total, $request.path.page]'),
    ['- $request.path.page'],
  ],
  [
    'an aggregate of no operation',
    relation('equals: [/total, { operation: listOrder, count: /items }]'),
    ['- operation: listOrder'],
  ],
  [
    'an aggregate of what the other lacks',
    orders(
      '{ effects: none }',
      single(
        'x-contract: { relations: [{ sum: [/id], equals: { operation: listOrders, sum: /items, of: /price, where: { /stat: paid } } }] }',
      ),
    ),
    ['equals:', 'equals:'],
  ],
  ['a circle of one', relation('equals: [/total, { operation: listOrders, count: /items }]'), ['- equals:']],
  [
    'a circle of two',
    orders(
      '{ relations: [{ equals: [/total, { operation: getOrder, sum: /items, of: /id }] }] }',
      single(
        'parameters: { 0: { x-contract: { discover: { operation: listOrders, property: /items/0/id } } } }',
      ),
    ),
    ['discover:', '- equals:', 'sum: /items'],
  ],
  [
    'a discovered value that is not described, and one that no variable takes',
    orders(
      '{ effects: none }',
      single(`parameters: {
        0: { x-contract: { discover: { operation: listOrders, property: /items/0/ident } } },
        1: { x-contract: { discover: { operation: listOrders, property: /total } } } }`),
    ),
    ['property: /items/0/ident', 'discover:'],
  ],
]);
