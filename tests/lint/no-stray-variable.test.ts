import { testRule } from './test-rule.ts';

const parameter = (change: string): string =>
  `paths: { '/orders/{order_id}': { get: { parameters: { 0: ${change} } } } }`;

testRule('no-stray-variable', [
  ['a variable in prose', 'info: { description: "Authorization: Bearer {{token}}" }', []],
  ['braces that are none', parameter('{ example: "{a} {{b} c}" }'), []],
  ['a token in an example', parameter('{ example: "x{{token}}" }'), ['example: x{{token}}']],
  ['a dynamic variable', parameter('{ example: "{{$guid}}" }'), ['example: "{{$guid}}"']],
  ['one within others', parameter('{ example: "{{{{token}}}}" }'), ['example: "{{{{token}}}}"']],
  [
    'a host',
    'servers: { 0: { url: "https://{{token}}.example.com" } }',
    ['- url: https://{{token}}.example.com'],
  ],
]);
