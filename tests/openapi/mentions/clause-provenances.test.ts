import { expect, test } from 'vitest';
import { clauseProvenances } from '../../../scripts/openapi/mentions/clause-provenances.ts';
import { openMalformed } from '../../fixtures/open.ts';

const observed = { 'x-provenance': 'observed', 'x-source': 'A client.' };
const inferred = { 'x-provenance': 'inferred', 'x-source': 'It must be.' };

const item = { properties: { id: observed, a: {}, b: observed, c: inferred } };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const body = {
  properties: { items: { type: 'array', items: item }, page: {}, total: observed, sum: {} },
};
const contract = {
  list: {
    items: '/items',
    identity: '/id',
    page: { number: 'page', echo: '/page', total: '/total' },
    filters: { b: { property: '/b', keep: 'equals' } },
    sort: { by: 'sort', keys: { b: '/b' } },
    detail: { operation: 'getOne', parameter: 'id', same: ['/a', '/b'] },
  },
  relations: [
    { equals: ['/sum', { operation: 'getAll', sum: '/items', of: '/a' }] },
    { equals: ['/sum', { operation: 'getAll', sum: '/items', of: '/b' }] },
    { each: '/items', sum: ['/b', '/c'], equals: '/a' },
    { each: '/items', ordered: ['/a', '/b'] },
  ],
};

test('what pages, details and relations are about and is not documented', async () => {
  const { spec, api } = await openMalformed({
    openapi: '3.1.0',
    info: { title: 'Lab', version: '1' },
    paths: {
      '/all': { get: { operationId: 'getAll', 'x-contract': contract, responses: responses(body) } },
      '/all/{id}': { get: { operationId: 'getOne', parameters: [id], responses: responses(item) } },
    },
  });
  const [getAll] = api.operations;
  if (getAll === undefined) throw new Error('there is no operation');
  const at = '/paths/~1all/get/x-contract';
  expect(clauseProvenances(spec, getAll, api.operations)).toEqual({
    [`${at}/list/page/total`]: 'observed',
    [`${at}/list/detail/same/1`]: 'observed',
    [`${at}/relations/1/equals/1/of`]: 'observed',
    [`${at}/relations/2/equals/0`]: 'inferred',
    [`${at}/relations/3/ordered/1`]: 'observed',
  });
});

function responses(schema: object): object {
  return { 200: { description: 'It.', content: { 'application/json': { schema } } } };
}
