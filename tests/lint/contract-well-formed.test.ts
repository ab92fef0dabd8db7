import { testRule } from './test-rule.ts';

const operation = (change: string): string => `paths: { '/orders/{order_id}': { get: { ${change} } } }`;

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
]);
