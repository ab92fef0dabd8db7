import { type Row, testRule } from './test-rule.ts';

const regions = 'us: { url: https://us.shop.example }, eu: { url: https://eu.shop.example }';
const page = '{ path: "/orders/{order_id}" }';
const whole = (pages: string, more = ''): string =>
  `x-console: { regions: { ${regions} }, pages: [${pages}] ${more} }`;
const placed = (entries: string): string => `x-console: { regions: { ${entries} }, pages: [${page}] }`;

const urls = [
  'https://a.example/',
  'https://a.example/x',
  'https://A.example',
  'ftp://a.example',
  'a.example',
];
const paths = [
  'orders/{order_id}',
  '/{order_id}/',
  '/orders',
  '/x{order_id}',
  '/#/{order_id}',
  '//{order_id}',
];

testRule('console-well-formed', [
  ['a console', whole(page), []],
  [
    'with marks',
    whole('{ path: "/{order_id}/x", x-provenance: inferred, x-source: We. }', ', x-provenance: documented'),
    [],
  ],
  ['no object', 'x-console: https://us.shop.example', ['x-console: https://us.shop.example']],
  ['at another place', 'info: { x-console: {} }', ['x-console: {}']],
  ['a key too many', whole(page, ', page: 1'), ['page: 1']],
  ['a region is missing', placed('us: { url: https://us.shop.example }'), ['regions:']],
  ['no regions', placed(''), ['regions: {}', 'regions: {}']],
  ['a region too many', placed(`${regions}, il: { url: https://il.shop.example }`), ['il:']],
  ['no pages', whole(''), ['pages: []']],
  [
    'a region that is no object',
    placed('us: https://a.example, eu: { url: https://b.example }'),
    ['us: https://a.example'],
  ],
  ['a page that is no object', whole('"/{order_id}"'), ['- /{order_id}']],
  ['a region without URL', placed('us: {}, eu: { url: https://b.example }'), ['us: {}']],
  [
    'one host for two regions',
    placed('us: { url: https://a.example }, eu: { url: https://a.example }'),
    ['url: https://a.example'],
  ],
  ...urls.map(
    (url): Row => [
      `the URL ${url}`,
      placed(`us: { url: "${url}" }, eu: { url: https://b.example }`),
      [`url: ${url}`],
    ],
  ),
  ...paths.map((path): Row => [`the path ${path}`, whole(`{ path: "${path}" }`), [`- path: ${path}`]]),
  ['an unknown variable', whole('{ path: "/{order}" }'), ['- path: /{order}']],
  ['a variable twice', whole('{ path: "/{order_id}/{order_id}" }'), ['- path: /{order_id}/{order_id}']],
  ['a page twice', whole(`${page}, ${page}`), ['- path: /orders/{order_id}']],
]);
