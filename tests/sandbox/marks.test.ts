import { expect, test } from 'vitest';
import type { ProvenanceTable } from '../../scripts/model/expectation.ts';
import { clause, filterOf, judge, listOf, relation } from './exchange.ts';

const page = { ...clause('/page'), number: 'page', size: 'size', echo: '/page', total: '/total' };
const sort = { ...clause('/sort'), by: 'by', keys: { a: '/a', 'b/c': '/b' } };
const detail = { ...clause('/detail'), operation: 'one', parameter: 'id', same: ['/a', '/b'] };
const filters = { state: { ...filterOf('equals', '/state'), ...clause('/filter') } };
const list = listOf({ ...clause('/list'), page, sort, filters, detail });
const two = { items: [{ id: 1 }, { id: 2 }] };
const ordered = {
  items: [
    { id: 1, a: 1, b: 2 },
    { id: 2, a: 2, b: 1 },
  ],
} as const;

/** What is not documented, and how an answer that breaks a clause is then called. */
const table: readonly (readonly [ProvenanceTable, object, string, string])[] = [
  [{}, { ...two, total: 1 }, '/list', 'paging failed'],
  [{ '/page/total': 'observed' }, { ...two, total: 1 }, '/list', 'paging drift'],
  [{ '/page/total': 'observed' }, { ...two, page: 7 }, '/list', 'paging failed'],
  [{ '/page/echo': 'inferred' }, { ...two, page: 7 }, '/list', 'paging drift'],
  [{ '/page/total': 'observed', '/page/size': 'observed' }, two, '/list?size=1', 'paging drift'],
  [{ '/page/total': 'observed' }, two, '/list?size=1', 'paging failed'],
  [{ '/list/identity': 'observed' }, { items: [{ id: 1 }, { id: 1 }] }, '/list', 'list drift'],
  [{ '/page/total': 'observed' }, { items: [{ id: 1 }, { id: 1 }] }, '/list', 'list failed'],
  [{ '/sort/keys/a': 'observed' }, ordered, '/list?by=-a', 'sort drift'],
  [{ '/sort/keys/b': 'observed' }, ordered, '/list?by=-a', 'sort failed'],
  [{ '/sort/keys/b~1c': 'observed' }, ordered, '/list?by=b%2Fc', 'sort drift'],
  [{ '/filter/property': 'observed' }, { items: [{ id: 1, state: 'x' }] }, '/list?state=y', 'filter drift'],
  [{ '/filters/property': 'observed' }, { items: [{ id: 1, state: 'x' }] }, '/list?state=y', 'filter failed'],
];

test.each(table)('%j not documented, %j for %s', (marks, body, url, wanted) => {
  const said = judge({ list: { list, marks } }, [{ url, body }]).map((line) => line.replace(/:.*/, ''));
  expect(said.filter((line) => line.includes(' '))).toEqual([wanted]);
});

test.each([
  [{ '/detail/same/1': 'observed' }, { id: 1, a: 1, b: 9 }, 'detail drift'],
  [{ '/detail/same/1': 'observed' }, { id: 1, a: 9, b: 9 }, 'detail failed'],
  [{ '/detail/same/0': 'observed' }, { id: 1, a: 1, b: 9 }, 'detail failed'],
] as const)('%j not documented, the item alone %j', (marks, body, wanted) => {
  const contracts = { list: { list }, one: { path: '/one/{id}', marks } };
  const whole = { body: { items: [{ id: 1, a: 1, b: 2 }] }, remember: true } as const;
  const end = { url: '/list?page=2', body: { items: [] }, remember: true } as const;
  const said = judge(contracts, [whole, end, { operation: 'one', url: '/one/1', body }]);
  expect(said.map((line) => line.replace(/:.*/, ''))).toEqual([wanted]);
});

test('a relation rests on all that it names', () => {
  const rule = { kind: 'equals', operands: [{ at: '/a' }, { at: '/b' }] } as const;
  const contracts = { list: { ...relation(rule).list, marks: { 'relation/equals/1': 'inferred' } } } as const;
  expect(judge(contracts, [{ body: { a: 1, b: 2 } }])).toEqual([expect.stringMatching(/^relation drift/)]);
});
