import { testDiff } from './test-diff.ts';

testDiff('texts', [
  [
    'texts',
    '{ info: { description: New. }, paths: { /orders: { get: { summary: Orders, description: All. } } } }',
    ['texts: 3'],
  ],
  ['examples', '{ paths: { /orders: { get: { parameters: { 1: { example: 10 } } } } } }', ['texts: 1']],
  [
    'another extension',
    '{ paths: { /orders: { get: { parameters: { 1: { x-variable: size } } } } } }',
    ['texts: 1'],
  ],
  [
    'a text of something new',
    '{ paths: { /orders: { get: { parameters: { 3: { name: q, in: query, description: Words., schema: { type: string } } } } } } }',
    ['· listOrders: new optional parameter `q` @ - name: q'],
  ],
]);
