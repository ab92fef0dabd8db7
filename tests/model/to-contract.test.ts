import { describe, expect, test } from 'vitest';
import type { Contract } from '../../scripts/model/contract.ts';
import { toOrder } from '../../scripts/model/to-list.ts';
import { openMalformed } from '../fixtures/open.ts';

const at = '/paths/~1runs/get/x-contract';
const documented = 'documented';
const query = (name: string, schema: object): object => ({ name, in: 'query', schema });
const parameters = [
  query('status', { enum: ['succeed', 'failed'] }),
  query('scheduled', { type: 'boolean' }),
  query('page', { type: 'integer' }),
  query('size', { allOf: [{ type: 'integer', default: 50, maximum: 200 }] }),
];

test('a list, with all that makes it one', async () => {
  const { list } = await contractOf({
    list: {
      items: '/items',
      identity: '/id',
      page: { number: 'page', size: 'size', echo: '/page', count: '/n', total: '/all', next: '/next' },
      sort: { by: 'sort', direction: 'order', keys: { start: '/start' }, default: 'start desc' },
      detail: { operation: 'getRun', parameter: 'run_id', same: ['/status'] },
    },
  });
  expect(list).toEqual({
    ...clause('/list'),
    items: '/items',
    identity: '/id',
    moving: {},
    page: {
      ...clause('/list/page'),
      ...{ number: 'page', size: 'size', echo: '/page', count: '/n', total: '/all', next: '/next' },
      ...{ defaultSize: 50, maximumSize: 200 },
    },
    filters: {},
    sort: {
      ...clause('/list/sort'),
      by: 'sort',
      direction: 'order',
      keys: { start: '/start' },
      default: { key: 'start', descending: true },
    },
    detail: { ...clause('/list/detail'), operation: 'getRun', parameter: 'run_id', same: ['/status'] },
  });
});

test('a list may be the body, and no more than a list', async () => {
  const { list } = await contractOf({ list: { items: '', identity: '/id', page: { number: 'page' } } });
  expect(list).toEqual({
    ...clause('/list'),
    items: '',
    identity: '/id',
    moving: {},
    page: { ...clause('/list/page'), number: 'page' },
    filters: {},
  });
});

test.each([
  [
    'status',
    { property: '/status', keep: 'equals', spelled: { succeed: 'succeeded' } },
    { keep: 'equals', property: '/status', spelled: { succeed: 'succeeded' }, complete: true },
  ],
  [
    'status',
    { property: '', keep: 'at-or-before', complete: false },
    { keep: 'at-or-before', property: '', spelled: {}, complete: false },
  ],
  ['status', { keep: 'apart' }, { keep: 'apart', values: ['succeed', 'failed'] }],
  ['scheduled', { keep: 'apart' }, { keep: 'apart', values: ['true', 'false'] }],
  ['page', { keep: 'apart' }, { keep: 'apart', values: [] }],
  [
    'status',
    { counts: { failed: '/failed' } },
    { keep: 'counts', counts: { failed: '/failed' }, complete: true },
  ],
])('the filter %s: %j', async (name, written, wanted) => {
  const filters = { [name]: written };
  const contract = await contractOf({ list: { items: '', identity: '/id', filters }, filters });
  expect(contract.list?.filters).toEqual({ [name]: { ...clause(`/list/filters/${name}`), ...wanted } });
  const counts = wanted.keep === 'counts' ? { [name]: { ...clause(`/filters/${name}`), ...wanted } } : {};
  expect(contract.filters).toEqual(counts);
});

test.each([
  ['last_run desc', { key: 'last_run', descending: true }],
  ['last_run asc', { key: 'last_run', descending: false }],
  ['last_run', { key: 'last_run', descending: false }],
  ['-last_run', { key: 'last_run', descending: true }],
  ['RPUs(Units) desc', { key: 'RPUs(Units)', descending: true }],
  ['', undefined],
])('the order %j is %j', (text, wanted) => {
  expect(toOrder(text)).toEqual(wanted);
});

describe('relations', () => {
  const count = { operation: 'listRuns', count: '/items', where: { '/status': 'failed', '/n': [1, 2] } };
  const counted = {
    operation: 'listRuns',
    items: '/items',
    where: { '/status': ['failed'], '/n': [1, 2] },
  };
  test.each([
    [{ equals: ['/a', 3] }, { kind: 'equals', operands: [{ at: '/a' }, { number: 3 }] }],
    [
      { equals: ['', '$region', '$request.path.run_id', '$request.query.q', '$response.header.X-Region'] },
      {
        kind: 'equals',
        operands: [
          { at: '' },
          ...['$region', '$request.path.run_id', '$request.query.q', '$response.header.X-Region'].map(
            (expression) => ({ expression }),
          ),
        ],
      },
    ],
    [
      { sum: ['/a', '/b'], equals: count },
      { kind: 'equals', operands: [{ sum: ['/a', '/b'] }, counted] },
    ],
    [
      { equals: ['/a', { operation: 'listRuns', sum: '/items', of: '/units' }] },
      {
        kind: 'equals',
        operands: [{ at: '/a' }, { operation: 'listRuns', items: '/items', of: '/units', where: {} }],
      },
    ],
    [{ ordered: ['/a', '/b'] }, { kind: 'ordered', moments: ['/a', '/b'] }],
    [{ simultaneous: ['/a', '/b'] }, { kind: 'simultaneous', moments: ['/a', '/b'] }],
    [
      { elapsed: { from: '/a', to: '/b', is: '/c' } },
      { kind: 'elapsed', from: '/a', to: '/b', is: '/c', unit: 'ms' },
    ],
    [
      { elapsed: { from: '/a', to: '/b', is: '/c', unit: 's' } },
      { kind: 'elapsed', from: '/a', to: '/b', is: '/c', unit: 's' },
    ],
  ])('%j', async (written, rule) => {
    const { relations } = await contractOf({ relations: [written, { each: '/items', ...written }] });
    expect(relations).toEqual([
      { ...clause('/relations/0'), rule },
      { ...clause('/relations/1'), each: '/items', rule },
    ]);
  });
});

test.each([
  ['nothing', undefined, { 'x-contract': { budget: '3000ms' } }, ['/x-contract/budget', 3000]],
  ['2s', '2s', { 'x-contract': { budget: '3000ms' } }, [`${at}/budget`, 2000]],
  ['1.5s', '1.5s', {}, [`${at}/budget`, 1500]],
  ['2000 ms', '2000 ms', {}, [undefined, undefined]],
])('a budget of %s', async (_, budget, root, wanted) => {
  const contract = await contractOf(budget === undefined ? {} : { budget }, root);
  expect([contract.budget?.pointer, contract.budget?.ms]).toEqual(wanted);
});

test('a clause is known as its own mark says, or the nearest one above', async () => {
  const { list, relations } = await contractOf({
    'x-provenance': 'observed',
    list: {
      items: '/items',
      identity: '/id',
      filters: {
        'x-provenance': 'inferred',
        status: { keep: 'apart' },
        scheduled: { keep: 'apart', 'x-provenance': 'documented' },
      },
    },
    relations: [{ equals: ['/a', '/b'] }],
  });
  const filters = Object.entries(list?.filters ?? {}).map(([name, { provenance }]) => [name, provenance]);
  expect(filters).toEqual([
    ['scheduled', 'documented'],
    ['status', 'inferred'],
  ]);
  expect([list?.provenance, relations[0]?.provenance]).toEqual(['observed', 'observed']);
});

test.each([
  { list: { items: 'items', identity: '/id' } },
  { list: { items: '/items' } },
  { list: [] },
  { filters: { status: { keep: 'equals' }, scheduled: { keep: 'alike', property: '/a' } } },
  { filters: { status: { counts: { failed: 'failed' } } } },
  { relations: [{ equals: ['/a'] }, { equals: ['/a', 'b'] }, { equals: '/a' }, {}, 'a'] },
  { relations: [{ equals: ['/a', '$now'] }, { equals: ['/a', { operation: 'listRuns' }] }] },
  { relations: [{ sum: ['/a'], equals: 'b' }, { ordered: ['a'] }, { elapsed: { from: '/a' } }] },
  [],
])('malformed, and so left out: %j', async (written) => {
  expect(await contractOf(written)).toEqual({ filters: {}, relations: [] });
});

test('a variable is discovered as any of its uses says', async () => {
  const use = (more: object): object => ({
    get: {
      parameters: [{ ...query('run', {}), 'x-variable': 'run', ...more }],
      responses: { 200: { description: 'It.' } },
    },
  });
  const discover = { operation: 'listRuns', property: '/items/0/id' };
  const paths = {
    '/a': use({}),
    '/b': use({ 'x-contract': { discover } }),
    '/c': use({ 'x-contract': { discover: { operation: 'listRuns', property: 'items' } } }),
  };
  const { api } = await openMalformed({ openapi: '3.1.0', info: { title: 'Lab', version: '1' }, paths });
  const found = api.operations.map((operation) => operation.parameters[0]?.discover);
  expect(found).toEqual([undefined, discover, undefined]);
  expect(api.variables.map((variable) => variable.discover)).toEqual([undefined, discover]);
});

function clause(place: string): object {
  return { pointer: at + place, provenance: documented };
}

async function contractOf(contract: object, root: object = {}): Promise<Contract> {
  const operation = { parameters, responses: { 200: { description: 'Runs.' } }, 'x-contract': contract };
  const paths = { '/runs': { get: operation } };
  const { api } = await openMalformed({
    openapi: '3.1.0',
    info: { title: 'Lab', version: '1' },
    ...root,
    paths,
  });
  const [found] = api.operations;
  if (found === undefined) throw new Error('no operation');
  return found.contract;
}
