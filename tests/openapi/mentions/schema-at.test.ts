import { expect, test } from 'vitest';
import { propertyProvenance } from '../../../scripts/openapi/mentions/schema-at.ts';
import { openText } from '../../fixtures/open.ts';

const observed = { 'x-provenance': 'observed', 'x-source': 'A client.' };
const inferred = { 'x-provenance': 'inferred', 'x-source': 'It must be.' };

const schema = {
  properties: {
    sure: { type: 'integer' },
    seen: { type: 'integer', ...observed },
    linked: { $ref: '#/components/schemas/Sure', ...observed },
    inside: { $ref: '#/components/schemas/Seen' },
    items: { type: 'array', items: { properties: { id: {} }, ...inferred } },
    both: { ...observed, properties: { guess: inferred, known: { 'x-provenance': 'documented' } } },
  },
  allOf: [{ properties: { seen: {}, shared: observed } }, { properties: { shared: inferred } }],
};

test.each([
  ['/sure', 'documented'],
  ['/linked', 'observed'],
  ['/inside', 'documented'],
  ['/inside/a', 'observed'],
  ['/items', 'documented'],
  ['/items/0/id', 'inferred'],
  ['/both/guess', 'inferred'],
  ['/both/known', 'observed'],
  // Two schemas describe it: the one that is surer decides.
  ['/seen', 'documented'],
  ['/shared', 'observed'],
  ['', 'documented'],
  ['/nowhere', 'documented'],
] as const)('%s is %s', async (pointer, wanted) => {
  const { spec, api } = await openText({
    openapi: '3.1.0',
    info: { title: 'Lab', version: '1' },
    paths: {
      '/': {
        get: { responses: { 200: { description: 'It.', content: { 'application/json': { schema } } } } },
      },
    },
    components: { schemas: { Sure: { type: 'string' }, Seen: { properties: { a: {} }, ...observed } } },
  });
  const form = api.operations[0]?.responses[0]?.contents[0]?.form;
  expect(propertyProvenance(spec, [form], pointer)).toBe(wanted);
});
