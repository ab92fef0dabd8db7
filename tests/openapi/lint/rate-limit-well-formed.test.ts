import { testRule } from './test-rule.ts';

testRule('rate-limit-well-formed', [
  ['less than one a second', 'x-rate-limit: { requests: 0.5, seconds: 60 }', []],
  ['a text', "x-rate-limit: { requests: '15' }", ['requests: "15"']],
  ['none at all', 'x-rate-limit: { requests: 0 }', ['requests: 0']],
  ['only a half', 'x-rate-limit: { seconds: ~ }', ['x-rate-limit:']],
  ['an unknown key', 'x-rate-limit: { second: 60 }', ['second: 60']],
  ['no object', 'x-rate-limit: 15/min', ['x-rate-limit: 15/min']],
  [
    'where it means nothing',
    `paths: { '/orders/{order_id}': { get: { x-rate-limit: 15/min } } }`,
    ['x-rate-limit: 15/min'],
  ],
]);
