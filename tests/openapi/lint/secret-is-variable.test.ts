import { testRule } from './test-rule.ts';

const described = (text: string): string => `info: { description: ${JSON.stringify(text)} }`;
const parameter = (place: string, name: string): string =>
  `paths: { '/orders/{order_id}': { get: { parameters: { 3: { name: ${name}, in: ${place}, schema: { type: string } } } } } }`;
// In two parts, or tools that look for secrets would find them here.
const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0In0', 'c2lnbmF0dXJl'].join('.');
const cloud = ['AKIA', '0123456789ABCDEF'].join('');
const personal = ['ghp', 'a'.repeat(36)].join('_');
const privateKey = ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' ');
const stripe = ['sk', 'live', 'abcdefgh12345678'].join('_');

testRule('secret-is-variable', [
  [
    'placeholders',
    described('Authorization: Bearer <token>, Bearer {{token}} or Bearer $API_TOKEN_OF_THE_SHOP_1'),
    [],
  ],
  ['a bearer token', described('Bearer 0123456789abcdef0123'), ['description: Bearer 0123456789abcdef0123']],
  ['a JSON Web Token', described(jwt), [`description: ${jwt}`]],
  ['a key of a payment service', described(stripe), [`description: ${stripe}`]],
  ['an access key of a cloud', described(cloud), [`description: ${cloud}`]],
  ['a personal access token', described(personal), [`description: ${personal}`]],
  ['a private key', described(privateKey), [`description: ${privateKey}`]],
  ['Basic credentials', described('Basic dXNlcjpwYXNzd29yZA=='), ['description: Basic dXNlcjpwYXNzd29yZA==']],
  [
    'a password in a URL',
    'servers: { 0: { url: https://me:secret@us.example.com } }',
    ['- url: https://me:secret@us.example.com'],
  ],
  [
    'a token in an example',
    `paths: { '/orders/{order_id}': { get: { parameters: { 0: { example: ${jwt} } } } } }`,
    [`example: ${jwt}`],
  ],
  ['a header for credentials', parameter('header', 'X-API-Key'), ['- name: X-API-Key']],
  ['a header of Authorization', parameter('header', 'authorization'), ['- name: authorization']],
  ['a query for credentials', parameter('query', 'api_key'), ['- name: api_key']],
  ['a token of pages', parameter('query', 'page_token'), []],
  [
    'a security scheme with a value',
    'components: { securitySchemes: { token: { x-value: anything } } }',
    ['x-value: anything'],
  ],
]);
