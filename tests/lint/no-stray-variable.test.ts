import { expect, test } from 'vitest';
import { noStrayVariable } from '../../scripts/lint/no-stray-variable.ts';
import { openText } from '../fixtures/open.ts';
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

test.each([
  ['x-region', { servers: [{ url: 'https://a.example', 'x-region': '{{token}}' }] }],
  ['x-variable of a server', { servers: [{ url: 'https://a.example', 'x-variable': '{{token}}' }] }],
  ['x-variable', { paths: { '/x': { get: withParameter({ 'x-variable': 'a}}{{token' }) } } }],
])('a name with braces is refused: %s', async (_, parts) => {
  const { spec } = await openText({
    openapi: '3.1.0',
    info: { title: 'Lab', version: '1' },
    paths: {},
    ...parts,
  });
  expect(noStrayVariable(spec)).toMatchObject([
    { severity: 'error', message: expect.stringContaining('brace') },
  ]);
});

function withParameter(more: object): object {
  const parameter = { name: 'q', in: 'query', schema: { type: 'string' }, ...more };
  return { parameters: [parameter], responses: { 200: { description: 'It.' } } };
}
