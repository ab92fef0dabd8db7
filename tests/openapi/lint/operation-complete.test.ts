import { testRule } from './test-rule.ts';

const operation = (change: string): string => `paths: { '/orders/{order_id}': { get: { ${change} } } }`;

testRule('operation-complete', [
  ['no operationId', operation('operationId: ~'), ['get:']],
  ['no summary', operation('summary: ~'), ['get:']],
  ['no success', operation("responses: { '200': ~ }"), ['get:']],
  ['no errors: 401, 403, 404, 422, 429', operation('responses: { 4XX: ~ }'), Array(5).fill('get:')],
  [
    'no 404 and no 429',
    operation(`responses: { 4XX: ~, '401': &e { description: No }, '403': *e, '400': *e }`),
    ['get:', 'get:'],
  ],
  [
    'without security no 401 and no 403',
    operation(`security: [], responses: { 4XX: ~, '404': &e { description: No }, '422': *e, '429': *e }`),
    [],
  ],
  [
    'without a limit no 429',
    `x-rate-limit: ~\n${operation(
      `responses: { 4XX: ~, '401': &e { description: No }, '403': *e, '404': *e, '422': *e }`,
    )}`,
    [],
  ],
  ['`default` answers for all errors', operation('responses: { 4XX: ~, default: { description: No } }'), []],
]);
