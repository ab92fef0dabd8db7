import { describe, expect, test } from 'vitest';
import type { Contract } from '../../scripts/model/contract.ts';
import { type Answer, type Contracts, clause, filterOf, ids, judge, listOf } from './exchange.ts';

const plain: Contracts = { list: { list: listOf() } };
const paged: Contracts = {
  list: {
    list: listOf({
      page: { ...clause('page'), number: 'page', size: 'size', total: '/total', next: '/next' },
    }),
  },
};
const filtered: Contracts = { list: { list: listOf({ filters: { state: filterOf('equals', '/state') } }) } };
const apart: Contracts = {
  list: {
    list: listOf({ filters: { kind: { ...clause('filter'), keep: 'apart', values: ['a', 'b'] } } }),
  },
};
const counts = { open: '/open', done: '/done' };
const counted: Contracts = {
  list: { filters: { state: { ...clause('filter'), keep: 'counts', counts, complete: true } } },
};
const detail = { ...clause('detail'), operation: 'one', parameter: 'id', same: ['/state', '/name'] };
const detailed: Contracts = { list: { list: listOf({ detail }) }, one: { path: '/list/{id}' } };
const counting: Contract['relations'][number]['rule'] = {
  kind: 'equals',
  operands: [{ at: '/open' }, { operation: 'list', items: '/items', where: { '/state': ['open'] } }],
};
const total: Contracts = { ...plain, sum: { relations: [{ ...clause('relation'), rule: counting }] } };

const whole = (...items: readonly object[]): Answer => ({ body: { items }, remember: true });
const asked = (url: string, ...items: readonly object[]): Answer => ({ url, body: { items } });
const twoStates = whole({ id: 1, state: 'a' }, { id: 2, state: 'b' });
const stateless = whole({ id: 1 }, { id: 2 });
const unverified = (lacking: string): string =>
  `list inconclusive: ${lacking} items have no /id: they cannot be told apart, and the list cannot be compared with other responses`;
const lets = (count: number): string =>
  `filter failed: state=a lets ${count} items through that it should not`;

describe('items without an identity', () => {
  test.each<[string, Contracts, readonly Answer[], readonly string[]]>([
    ['all of them', plain, [{ body: { items: [{ a: 1 }, { a: 2 }] } }], [unverified('2 of 2')]],
    ['one alone', plain, [{ body: { items: [{ id: 1 }, {}] } }], [unverified('1 of 2')]],
    [
      'beside one that is there twice',
      plain,
      [{ body: { items: [{ id: 1 }, {}, { id: 1 }] } }],
      ['list failed: /id 1 is in the list more than once'],
    ],
    [
      'in the whole list',
      filtered,
      [whole({ state: 'a' }), asked('/list?state=a', { id: 1, state: 'a' })],
      ['list'],
    ],
    [
      'in an answer',
      filtered,
      [twoStates, asked('/list?state=a', { state: 'a' })],
      [unverified('1 of 1'), 'filter'],
    ],
    [
      'in a part of the whole',
      apart,
      [whole({ id: 1 }, { id: 2 }), asked('/list?kind=a', { id: 1 }), asked('/list?kind=b', {})],
      [unverified('1 of 1'), 'filter'],
    ],
  ])('%s', (_, contracts, answers, want) => {
    expect(judge(contracts, answers)).toEqual(want);
  });
});

/** What is said where the schema check has found nothing wrong, and where it has told what is missing. */
describe('what is missing', () => {
  test.each<[string, string, Contracts, readonly Answer[], readonly string[], readonly string[]]>([
    [
      'the property of a filter',
      '/items/state',
      filtered,
      [twoStates, asked('/list?state=a', { id: 1 })],
      ['list', lets(1), 'filter'],
      ['list', 'filter'],
    ],
    [
      'that of one item',
      '/items/state',
      filtered,
      [twoStates, asked('/list?state=a', { id: 1, state: 'a' }, { id: 2 })],
      ['list', lets(1), 'filter failed: it is not the part of the whole list that the request selects'],
      ['list', lets(1), 'filter failed: it is not the part of the whole list that the request selects'],
    ],
    [
      'that of the whole list',
      '/items/state',
      filtered,
      [stateless, asked('/list?state=a', { id: 1, state: 'a' })],
      ['list', 'filter', 'filter failed: it is not the part of the whole list that the request selects'],
      ['list', 'filter'],
    ],
    [
      'another item, which is wrong',
      '/items/state',
      filtered,
      [twoStates, asked('/list?state=a', { id: 2, state: 'b' }, { id: 1 })],
      ['list', lets(2), 'filter failed: it is not the part of the whole list that the request selects'],
      ['list', lets(1), 'filter failed: it is not the part of the whole list that the request selects'],
    ],
    [
      'a count',
      '/open',
      counted,
      [
        { body: { open: 1, done: 2 }, remember: true },
        { url: '/list?state=open', body: { done: 0 } },
      ],
      ['filter failed: state=open counts something else'],
      ['filter'],
    ],
    [
      'a part of an item alone',
      '/state',
      detailed,
      [whole({ id: 1, state: 'a', name: 'x' }), { operation: 'one', url: '/list/1', body: { name: 'x' } }],
      ['detail failed: it is not the same as in the list of list'],
      ['detail'],
    ],
    [
      'all of an item alone',
      '/*',
      detailed,
      [whole({ id: 1, state: 'a', name: 'x' }), { operation: 'one', url: '/list/1', body: 'x' }],
      ['detail failed: it is not the same as in the list of list'],
      [],
    ],
    [
      'what another operation counts by',
      '/items/state',
      total,
      [stateless, { operation: 'sum', body: { open: 2 }, remember: true }],
      ['relation failed: they are not equal'],
      [],
    ],
    [
      'the next page',
      '/next',
      paged,
      [{ url: '/list?page=1&size=1', body: { ...ids(1), total: 2 } }],
      ['list', 'paging', 'paging failed: /next is not right about the next page'],
      ['list', 'paging'],
    ],
  ])('%s', (_, place, contracts, answers, valid, told) => {
    expect(judge(contracts, answers)).toEqual(valid);
    const beside = { '/next/a': true, '/total': true, '/items/a': true, '/items/state/*': true } as const;
    expect(judge(contracts, answers, { list: beside, one: beside })).toEqual(valid);
    expect(judge(contracts, answers, { list: { [place]: true }, one: { [place]: true } })).toEqual(told);
  });
});
