import { expect, test } from 'vitest';
import { type Answer, type Contracts, clause, filterOf, judge, listOf, relation } from './exchange.ts';

const filters = { state: filterOf('equals', '/state') };
const moving = { '/state': ['open', 'packing'] };
const whole = items('open', 'done', 'done');

test.each([
  ['what moved on since', moving, ['done', 'done', 'done'], ['list', 'filter']],
  ['what is not said to move', {}, ['done', 'done', 'done'], ['list', 'filter', expect.any(String)]],
  ['something else is missing', moving, ['done'], ['list', 'filter', expect.any(String)]],
  [
    'what does not keep the filter',
    moving,
    ['done', 'done', 'open'],
    ['list', 'filter failed: state=done lets 1 items through that it should not', 'filter'],
  ],
])('a filter: %s', (_, moves, states, wanted) => {
  const contracts = { list: { list: listOf({ filters, moving: moves }) } };
  const answer = { url: '/list?state=done', body: items(...states).body };
  const ids = states.length === 1 ? [2] : [2, 3, 1];
  const body = { items: states.map((state, index) => ({ id: ids[index], state })) };
  expect(
    judge(contracts, [
      { ...whole, remember: true },
      { ...answer, body },
    ]),
  ).toEqual(wanted);
});

test('a number of other items', () => {
  const count = { operation: 'list', items: '/items', where: { '/state': ['done'] } };
  const contracts: Contracts = {
    list: { list: { ...listOf({ moving }), ...clause('list') } },
    sum: relation({ kind: 'equals', operands: [{ at: '/done' }, count] }).list ?? {},
  };
  const said = judge(contracts, [
    { ...whole, remember: true },
    { operation: 'sum', body: { done: 3 } },
  ]);
  expect(said).toEqual(['relation failed: they are not equal']);
});

function items(...states: readonly string[]): Answer & { body: object } {
  return { body: { items: states.map((state, index) => ({ id: index + 1, state })) } };
}
