import { expect, test } from 'vitest';
import type { Derived } from '../../scripts/model/expectation.ts';
import { capture, discover } from '../../scripts/sandbox/capture.ts';
import { record } from '../../scripts/sandbox/history.ts';
import { createMemory } from '../../scripts/sandbox/memory.ts';
import { clause, filterOf, listOf, toExchange } from './exchange.ts';

const page = { ...clause('page'), number: 'page', size: 'size' };

test.each([
  [2, undefined, undefined],
  [3, undefined, '1'],
  [4, undefined, '1'],
  [9, undefined, '3'],
  [100, undefined, '34'],
  [100, 20, '20'],
  [100, 50, '34'],
])('of %i items, with at most %s on a page, pages of %s are asked for', (total, maximumSize, wanted) => {
  const list = { page: { ...page, ...(maximumSize !== undefined && { maximumSize }) } };
  const items = Array.from({ length: total }, (_, id) => ({ id }));
  expect(derived({ variable: 'it', take: 'size' }, list, items)).toBe(wanted);
});

test.each([
  [['2026-01-12T10:00:00', '2026-01-12 11:00:00', '2026-01-12T12:00:00'], '2026-01-12T11:00:00'],
  [['soon', '2026-01-12T10:00:00', 'never'], '2026-01-12T10:00:00'],
  [['soon'], undefined],
])('of the times %j the one in the middle is %s', (times, wanted) => {
  const list = { filters: { since: filterOf('at-or-after', '/at') } };
  const items = times.map((at, id) => ({ id, at }));
  expect(derived({ variable: 'it', take: { filter: 'since' }, format: 'naive' }, list, items)).toBe(wanted);
});

test.each([
  [
    [
      { id: 1, end: null },
      { id: 2, end: 'x' },
      { id: 3, end: 'y' },
    ],
    '/items/0/id',
    '2',
  ],
  [[{ id: 1 }, { id: 2, end: '' }], '/items/0/id', '1'],
  [
    [
      { id: 1, end: 'x' },
      { id: 2, name: 'a', at: [{ id: 9 }] },
    ],
    '/items/0/at/0/id',
    '9',
  ],
  [[], '/items/0/id', undefined],
  [['a', null], '/items/0/id', undefined],
])('of %j the value of %s that is found is %s', (items, pointer, wanted) => {
  const set = new Map<string, unknown>();
  const { table, ...exchange } = toExchange({}, { body: { items } }, createMemory());
  discover({ variables: variablesIn(set) }, { ...exchange, table: { ...table, gives: { it: pointer } } });
  expect(set.get('it')).toBe(wanted);
});

test.each(['{{token}}', 'a{{$guid}}', 'a{'])('of %j nothing is found, and that is reported', (id) => {
  const set = new Map<string, unknown>();
  const memory = createMemory();
  const { table, ...exchange } = toExchange({}, { body: { id } }, memory);
  const found = discover(
    { variables: variablesIn(set) },
    { ...exchange, table: { ...table, gives: { it: '/id' } } },
  );
  expect(set.size).toBe(0);
  expect(memory.history).toMatchObject({ refused: { it: true }, discovered: {} });
  expect(found).toMatchObject([
    { verdict: 'inconclusive', message: expect.stringContaining('the value of it holds') },
  ]);
});

test('the word for a filter is one that not every item has, however many words they share', () => {
  const shared = Array.from({ length: 101 }, (_, index) => `common${index}`).join(' ');
  const items = ['alpha', 'beta', 'gamma'].map((own, id) => ({ id, text: `${own} ${shared}` }));
  const parts = { filters: { f: filterOf('contains', '/text') } };
  expect(derived({ variable: 'it', take: { filter: 'f' } }, parts, items)).toBe('gamma');
});

/** The variable that a later request takes from a whole list. */
function derived(one: Derived, parts: Parameters<typeof listOf>[0], items: readonly unknown[]): unknown {
  const set = new Map<string, unknown>();
  const memory = createMemory();
  record(memory.history.lists, 'list', { list: listOf(parts), items, complete: true, query: {} });
  const { table, ...exchange } = toExchange({}, { body: {} }, memory);
  capture({ variables: variablesIn(set) }, { ...exchange, table: { ...table, derived: [one] } });
  return set.get('it');
}

function variablesIn(set: Map<string, unknown>) {
  return {
    get: (name: string) => set.get(name),
    set: (name: string, value: unknown) => set.set(name, value),
    replaceIn: (text: string) => text,
  };
}
