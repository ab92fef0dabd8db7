import { testRule } from './test-rule.ts';

const parameter = (change: string): string =>
  `paths: { '/orders/{order_id}': { get: { parameters: { 0: ${change} } } } }`;
const servers = (end: string, variables: string): string =>
  `servers: { 0: { url: "https://us.example.com/${end}", variables: ${variables} },
    1: { url: "https://eu.example.com/${end}", variables: ${variables} } }`;

testRule('no-stray-variable', [
  ['a variable in prose', 'info: { description: "Authorization: Bearer {{token}}" }', []],
  ['a value', parameter('{ example: "x{{token}}" }'), []],
  ['data like a name', 'components: { examples: { one: { value: { x-variable: "{{token}}" } } } }', []],
  [
    'a host',
    'servers: { 0: { url: "https://{{token}}.example.com" } }',
    ['- url: https://{{token}}.example.com'],
  ],
  [
    'defaults that come to a variable',
    servers('{a}{b}', '{ a: { default: "{{tok" }, b: { default: "en}}" } }'),
    ['- url: https://us.example.com/{a}{b}', '- url: https://eu.example.com/{a}{b}'],
  ],
  ['a default that takes the braces away', servers('{{a}}', '{ a: { default: "token" } }'), []],
]);
