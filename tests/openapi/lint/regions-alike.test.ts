import { testRule } from './test-rule.ts';

const path = (servers: string): string => `paths: { '/orders/{order_id}': { servers: ${servers} } }`;
const us = 'url: https://us.example.org, x-region: us';
const eu = 'url: https://eu.example.org, x-region: eu';

testRule('regions-alike', [
  ['a path has the same regions', path(`[{ ${us} }, { ${eu} }]`), []],
  ['a single server serves all regions', path('[{ url: https://all.example.org }]'), []],
  ['a region is missing', path(`[{ ${us} }]`), ['servers:']],
  [
    'a region too many',
    path(`[{ ${us} }, { ${eu} }, { url: https://il.example.org, x-region: il }]`),
    ['servers:'],
  ],
  [
    'a region twice',
    'servers: { 2: { url: https://us2.example.com, x-region: us } }',
    ['- url: https://us2.example.com'],
  ],
  ['a URL twice', 'servers: { 1: { url: https://us.example.com } }', ['- url: https://us.example.com']],
  [
    'a server without region',
    'servers: { 2: { url: https://x.example.com } }',
    ['- url: https://x.example.com'],
  ],
  [
    'a slash at the end',
    'servers: { 1: { url: https://eu.example.com/ } }',
    ['- url: https://eu.example.com/'],
  ],
  ['a region that is a number', 'servers: { 0: { x-region: 1 } }', ['x-region: 1']],
  ['where a region means nothing', 'info: { x-region: us }', ['x-region: us']],
  ['a relative URL', 'servers: { 1: { url: /v1 } }', ['- url: /v1']],
  ['another variable', 'servers: { 1: { x-variable: other } }', ['- url: https://eu.example.com']],
  [
    'a server variable that differs',
    `servers: { 1: { url: 'https://{host}.example.com', variables: { host: { default: eu } } } }`,
    ['- url: https://{host}.example.com'],
  ],
]);
