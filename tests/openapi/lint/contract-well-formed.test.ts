import { testRule } from './test-rule.ts';

const operation = (change: string): string => `paths: { '/orders/{order_id}': { get: { ${change} } } }`;

const list = (change: string): string => operation(`x-contract: { list: { ${change} } }`);
const relation = (change: string): string => operation(`x-contract: { relations: [{ ${change} }] }`);

testRule('contract-well-formed', [
  ['what is known', operation('x-contract: { effects: costs }'), []],
  ['an unknown key', operation('x-contract: { efects: costs }'), ['efects: costs']],
  ['an unknown word', operation('x-contract: { effects: some }'), ['effects: some']],
  ['nothing said', operation('x-contract: []'), ['x-contract: []']],
  [
    'no status of the 400 family',
    operation('parameters: { 0: { x-contract: { unknown: 200 } } }'),
    ['unknown: 200'],
  ],
  [
    'unknown ids are in paths',
    operation('parameters: { 1: { x-contract: { unknown: 404 } } }'),
    ['unknown: 404'],
  ],
  ['half a window', operation('parameters: { 2: { x-contract: ~ } }'), ['get:']],
  [
    'two windows',
    operation(
      `parameters: { 3: { name: a, in: query, schema: {}, x-contract: { window: start } }, 4: { name: b, in: query, schema: {}, x-contract: { window: end } } }`,
    ),
    ['get:'],
  ],
  ['two starts', operation('parameters: { 2: { x-contract: { window: start } } }'), ['get:']],
  [
    'where it means nothing',
    'components: { schemas: { Order: { x-contract: { effects: none } } } }',
    ['x-contract:'],
  ],
  ['a budget of the document', 'x-contract: { budget: 3000ms }', []],
  ['a budget without unit', "x-contract: { budget: '3000' }", ['budget: "3000"']],
  ['a part of an operation at the root', 'x-contract: { effects: none }', ['effects: none']],
  ['a list without identity', list("items: ''"), ['list:']],
  [
    'pointers without a slash, and a part too many',
    list("items: '', identity: id, page: { number: page, totl: /total }"),
    ['identity: id', 'totl: /total'],
  ],
  [
    'filters of each kind, wrong',
    list(
      `items: '', identity: id, filters: { a: { keep: like, property: /a }, b: { keep: apart, property: /b }, c: { counts: { x: y } }, d: {} }`,
    ),
    ['identity: id', 'keep: like', 'property: /b', 'x: y', 'd: {}', 'd: {}'],
  ],
  [
    'a filter of the body by a property',
    operation('x-contract: { filters: { since: { keep: equals, property: /a } } }'),
    ['since:', 'keep: equals', 'property: /a'],
  ],
  ['no relation', relation('each: /items'), ['- each: /items']],
  ['two relations in one', relation('equals: [/id, /id], ordered: [/id, /id]'), ['- equals:']],
  ['an equation of one side', relation('equals: [/id]'), ['- equals:']],
  ['an unknown expression', relation('equals: [/id, $now]'), ['- $now']],
  ['a sum without equal', relation('sum: [/id]'), ['- sum:']],
  ['an aggregate of nothing', relation('equals: [/id, { operation: getOrder }]'), ['- operation: getOrder']],
  [
    'a sum of no property',
    relation('equals: [/id, { operation: getOrder, sum: /items }]'),
    ['- operation: getOrder'],
  ],
  ['elapsed time in hours', relation('elapsed: { from: /id, to: /id, is: /id, unit: h }'), ['unit: h']],
  [
    'half a discovery',
    operation('parameters: { 0: { x-contract: { discover: { operation: getOrder } } } }'),
    ['discover:'],
  ],
]);
