import { testRule } from './test-rule.ts';

const operation = (change: string): string => `paths: { '/orders/{order_id}': { get: { ${change} } } }`;
const media = (change: string): string =>
  operation(`responses: { '200': { content: { application/json: { ${change} } } } }`);

testRule('response-exemplified', [
  ['no schema', media('schema: ~'), ['application/json:']],
  ['no example', media('examples: ~'), ['application/json:']],
  [
    'the example of the schema counts',
    `${media('examples: ~')}\ncomponents: { schemas: { Order: { examples: [{ id: o-1 }] } } }`,
    [],
  ],
  ['a value outside its enum', media('examples: { paid: { value: { state: gone } } }'), ['value:']],
  ['a required property missing', media('examples: { paid: { value: { id: ~ } } }'), ['value:']],
  ['a wrong single example', media('examples: ~, example: { id: 1 }'), ['example:']],
  [
    'an example of a parameter by format',
    operation('parameters: { 1: { example: yesterday } }'),
    ['example: yesterday'],
  ],
  [
    'an example of a request body',
    operation(`requestBody: { content: { application/json: { schema: { type: integer }, example: many } } }`),
    ['example: many'],
  ],
  [
    'a shared example, at its own place',
    `${media("examples: { paid: { value: ~, $ref: '#/components/examples/Paid' } }")}
components: { examples: { Paid: { value: { id: 7 } } } }`,
    ['value:'],
  ],
  [
    'XML is not judged, only asked for',
    operation(
      `responses: { '200': { content: { application/xml: { schema: { type: object }, example: <a/> } } } }`,
    ),
    [],
  ],
]);
