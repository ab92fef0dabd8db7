import { testRule } from './test-rule.ts';

const note = (change: string): string =>
  `components: { schemas: { Order: { properties: { note: { ${change} } } } } }`;
const state = (change: string): string =>
  `components: { schemas: { Order: { properties: { state: { ${change} } } } } }`;

testRule('provenance-well-formed', [
  ['a fourth word', note('x-provenance: observd'), ['x-provenance: observd']],
  ['no source', note('x-source: ~'), ['x-provenance: inferred']],
  ['an empty source', note("x-source: ''"), ['x-source: ""']],
  ['a source of nothing', note('x-provenance: ~'), ['x-source: Customary in shops.']],
  ['a documented part in an inferred one may name its source', note('x-provenance: documented'), []],
  ['the rate limit', 'x-rate-limit: { x-provenance: observed, x-source: Seen. }', []],
  ['the rate limit without source', 'x-rate-limit: { x-provenance: observed }', ['x-provenance: observed']],
  [
    'a page of the console without source',
    'x-console: { regions: { us: { url: https://a.example }, eu: { url: https://b.example } }, pages: [{ path: "/{order_id}", x-provenance: observed }] }',
    ['x-provenance: observed'],
  ],
  [
    'where nothing can break it',
    'info: { x-provenance: observed, x-source: Seen. }',
    ['x-provenance: observed'],
  ],
  ['a value that is not in the enum', state('x-enum-provenance: { lst: observed }'), ['lst: observed']],
  ['a value with a fourth word', state('x-enum-provenance: { lost: guessed }'), ['lost: guessed']],
  ['values without an enum', note('x-enum-provenance: { lost: observed }'), ['x-enum-provenance:']],
  [
    'data is no clause',
    `paths: { '/orders/{order_id}': { get: { responses: { '200': { content: { application/json: { examples: { paid: { value: { x-provenance: nobody } } } } } } } } } }`,
    [],
  ],
  [
    'in a contract: an unknown word, and none who says so',
    `x-contract: { budget: 2s, x-provenance: guessed }
paths: { '/orders/{order_id}': { get: { x-contract: { relations: [{ equals: [/id, $request.path.order_id], x-provenance: inferred }] } } } }`,
    ['x-provenance: inferred', 'x-provenance: guessed'],
  ],
  [
    'in a contract, with its source',
    'x-contract: { budget: 2s, x-provenance: inferred, x-source: Seen. }',
    [],
  ],
]);
