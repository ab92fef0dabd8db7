import { expect, test } from 'vitest';
import type { Operand, Relation } from '../../scripts/model/contract.ts';
import { operandText } from '../../scripts/sandbox/operand-text.ts';
import {
  type Answer,
  type Contracts,
  clause,
  filterOf,
  ids,
  judge,
  listOf,
  outcomesOf,
  relation,
} from './exchange.ts';

type Row = readonly [string, Contracts, readonly Answer[], readonly string[]];

const holds = ['relation'];
const unequal = ['relation failed: they are not equal'];
const unknown = [
  'relation inconclusive: it cannot be compared with orders: its whole list at /items is not known',
];

const pair: readonly Operand[] = [{ at: '/a' }, { at: '/b' }];

/** What each operand comes to: the operands, then an answer where they are equal and one where they are not. */
const operands: readonly (readonly [string, readonly Operand[], Answer, Answer])[] = [
  ['a value', [{ at: '/a' }, { at: '/b' }], { body: { a: 'x', b: 'x' } }, { body: { a: 'x', b: 'y' } }],
  [
    'three values',
    [{ at: '/a' }, { at: '/b' }, { at: '/c' }],
    { body: { a: 1, b: 1, c: 1 } },
    { body: { a: 1, b: 1, c: 2 } },
  ],
  ['a number', [{ at: '/a' }, { number: 3 }], { body: { a: 3 } }, { body: { a: 4 } }],
  ['a great number', pair, { body: { a: 1e7, b: 1e7 } }, { body: { a: 1e7, b: 1e7 + 1 } }],
  ['a decimal', pair, { body: { a: 0.3, b: 0.3 } }, { body: { a: 0.3, b: 0.1 + 0.2 } }],
  ['a text', pair, { body: { a: 'x', b: 'x' } }, { body: { a: 'x', b: 'X' } }],
  ['a text, not a number', pair, { body: { a: '5', b: '5' } }, { body: { a: '5', b: 5 } }],
  ['a boolean', pair, { body: { a: true, b: true } }, { body: { a: true, b: 'true' } }],
  [
    'an object',
    pair,
    { body: { a: { x: 1, y: [2] }, b: { y: [2], x: 1 } } },
    { body: { a: { x: 1 }, b: { x: 2 } } },
  ],
  ['a name of its own', pair, { body: { a: {}, b: {} } }, { body: { a: {}, b: { constructor: 1 } } }],
  ['an array', pair, { body: { a: [1, 2], b: [1, 2] } }, { body: { a: [1, 2], b: [2, 1] } }],
  ['zero', [{ at: '/a' }, { number: 0 }], { body: { a: 0 } }, { body: { a: 1 } }],
  [
    'a sum',
    [{ sum: ['/a', '/b'] }, { at: '/c' }],
    { body: { a: 0.1, b: 0.2, c: 0.3 } },
    { body: { a: 1, b: 2, c: 4 } },
  ],
  [
    'a sum of integers',
    [{ sum: ['/a', '/b'] }, { at: '/c' }],
    { body: { a: 1e9, b: 1, c: 1e9 + 1 } },
    { body: { a: 1e9, b: 1, c: 1e9 } },
  ],
  [
    'a sum of decimals that comes near',
    [{ sum: ['/a', '/b'] }, { at: '/c' }],
    { body: { a: 0.7, b: 0.1, c: 0.8 } },
    { body: { a: 0.7, b: 0.1, c: 0.80001 } },
  ],
  ['a count', [{ count: '/l' }, { at: '/n' }], { body: { l: [1, 2], n: 2 } }, { body: { l: [1, 2], n: 1 } }],
  ['the region', [{ expression: '$region' }, { at: '/r' }], { body: { r: 'EU' } }, { body: { r: 'us' } }],
  [
    'of the path',
    [{ expression: '$request.path.shop' }, { at: '/s' }],
    { url: '/list/7', body: { s: 7 } },
    { url: '/list/7', body: { s: 70 } },
  ],
  [
    'of the query',
    [{ expression: '$request.query.q' }, { at: '/q' }],
    { url: '/list/7?q=a%20b', body: { q: 'a b' } },
    { url: '/list/7?q=a', body: { q: 'b' } },
  ],
  [
    'of a header',
    [{ expression: '$response.header.X-Sum' }, { at: '/n' }],
    { body: { n: 2 }, headers: { 'X-Sum': '2' } },
    { body: { n: 2 }, headers: { 'X-Sum': '3' } },
  ],
  [
    'of a header, by value',
    [{ expression: '$response.header.X-Sum' }, { sum: ['/a', '/b'] }],
    { body: { a: 0.1, b: 0.2 }, headers: { 'X-Sum': '0.30' } },
    { body: { a: 1, b: 1 }, headers: { 'X-Sum': 'two' } },
  ],
  [
    'of a header, as text',
    [{ expression: '$response.header.X-Sum' }, { at: '/a' }],
    { body: { a: true }, headers: { 'X-Sum': 'true' } },
    { body: { a: 'X' }, headers: { 'X-Sum': 'x' } },
  ],
];

const orders = {
  items: [
    { id: 1, state: 'paid', price: 1.1, who: 'a' },
    { id: 2, state: 'open', price: 2.2, who: 'b' },
    { id: 3, state: 'sent', price: 3.3, who: 'a' },
    { id: 4, state: 'open', price: 4.4, who: null },
  ],
};
const other = { operation: 'orders', items: '/items', where: {} };
/** The same of another operation's list: the operand, and the number that it comes to. */
const aggregates: readonly (readonly [string, Operand, number])[] = [
  ['how many there are', other, 4],
  ['how many have a value', { ...other, where: { '/state': ['open'] } }, 2],
  ['how many have one of some values', { ...other, where: { '/state': ['paid', 'sent'] } }, 2],
  ['how many have both', { ...other, where: { '/state': ['open'], '/who': ['b'] } }, 1],
  ['how many different values', { ...other, distinct: '/who' }, 2],
  ['a sum', { ...other, of: '/price' }, 11],
  ['a sum of some', { ...other, of: '/price', where: { '/state': ['open'] } }, 6.6],
  ['a sum of none', { ...other, of: '/price', where: { '/state': ['lost'] } }, 0],
];

const wholeOrders: Answer = { operation: 'orders', url: '/orders?from=1', body: orders, remember: true };
const narrowOrders: Answer = {
  operation: 'orders',
  url: '/orders?from=1&state=open',
  body: { items: orders.items.filter(({ state }) => state === 'open') },
};
const number: Contracts = {
  ...equals({ at: '/n' }, other),
  orders: { list: listOf({ filters: { state: filterOf('equals', '/state') } }) },
};
const beginning: Contracts = {
  ...number,
  orders: { list: listOf({ page: { ...clause('page'), number: 'page', total: '/total' } }) },
};
const asked = (query: string, n: number, more: Partial<Answer> = {}): Answer => ({
  url: `/list?${query}`,
  body: { n },
  ...more,
});

/** When another operation's list is the one to compare with. */
const questions: readonly Row[] = [
  ['the same window', number, [wholeOrders, asked('from=1', 4, { remember: true })], holds],
  ['another window', number, [wholeOrders, asked('from=2', 4, { remember: true })], unknown],
  ['another window, not the plain answer', number, [wholeOrders, asked('from=2', 4)], []],
  [
    'another window, sent by hand',
    number,
    [wholeOrders, asked('from=2', 4, { remember: true, byHand: true })],
    [],
  ],
  ['no such list', number, [asked('from=1', 4, { remember: true })], unknown],
  [
    'a list of which the beginning is known',
    beginning,
    [
      ...[1, 2, 3, 4, 5].map(
        (page): Answer => ({
          operation: 'orders',
          url: `/orders?page=${page}`,
          body: { ...ids(page), total: 9 },
          remember: true,
        }),
      ),
      asked('', 9, { remember: true }),
    ],
    unknown,
  ],
  ['the same filter', number, [wholeOrders, narrowOrders, asked('from=1&state=open', 2)], holds],
  [
    'the same filter, another number',
    number,
    [wholeOrders, narrowOrders, asked('from=1&state=open', 4)],
    unequal,
  ],
];

const shops = { ...other, items: '/shops' };
const noShops = [
  'relation inconclusive: it cannot be compared with orders: its whole list at /shops is not known',
];
const shopsAnswer: Answer = {
  operation: 'orders',
  url: '/orders?from=1',
  body: { ...orders, shops: [{ size: 2 }, { size: 5 }] },
  remember: true,
};
/** Neither the plain success of an operation without a list, nor another array than its list, is a list of its own. */
const noList: Contracts = equals({ at: '/n' }, shops);
const besideList: Contracts = { ...number, ...noList };
const besidePages: Contracts = { ...beginning, ...noList };

/** The array that the pointer names, and no other one. */
const arrays: readonly Row[] = [
  ['no list', noList, [shopsAnswer, asked('from=1', 2, { remember: true })], holds],
  ['no list, another number', noList, [shopsAnswer, asked('from=1', 4, { remember: true })], unequal],
  [
    'no list, a sum',
    equals({ at: '/n' }, { ...shops, of: '/size' }),
    [shopsAnswer, asked('from=1', 7, { remember: true })],
    holds,
  ],
  ['no list, another window', noList, [shopsAnswer, asked('from=2', 2, { remember: true })], noShops],
  ['no list, no array', noList, [wholeOrders, asked('from=1', 2, { remember: true })], noShops],
  ['beside the list', besideList, [shopsAnswer, asked('from=1', 2, { remember: true })], holds],
  [
    'beside the list, another number',
    besideList,
    [shopsAnswer, asked('from=1', 4, { remember: true })],
    unequal,
  ],
  [
    'beside the list, on its first page',
    besidePages,
    [
      { ...shopsAnswer, body: { ...ids(1, 2), total: 4, shops: [1] } },
      { ...shopsAnswer, url: '/orders?from=1&page=2', body: { ...ids(3, 4), total: 4, shops: [1, 2] } },
      asked('from=1', 1, { remember: true }),
    ],
    holds,
  ],
];

const ordered: Relation['rule'] = { kind: 'ordered', moments: ['/a', '/b', '/c'] };
const simultaneous: Relation['rule'] = { kind: 'simultaneous', moments: ['/a', '/b'] };
const elapsed: Relation['rule'] = { kind: 'elapsed', from: '/a', to: '/b', is: '/t', unit: 'ms' };
const noOrder = ['relation failed: they are not in chronological order'];
const notSame = ['relation failed: they are not the same moment'];
const otherTime = ['relation failed: /t is not the time between /a and /b'];
const t0 = '2026-01-12T08:00:00';
const hour = '2026-01-12T09:00:00Z';
const t1 = '2026-01-12T08:00:05Z';

/** Moments: the rule, the body, and what is found. */
const moments: readonly (readonly [string, Relation['rule'], object, readonly string[]])[] = [
  ['in order', ordered, { a: t0, b: t0, c: t1 }, holds],
  ['not in order', ordered, { a: t1, b: t0, c: t1 }, noOrder],
  ['wrong around null', ordered, { a: t1, b: null, c: t0 }, noOrder],
  ['one of them alone', ordered, { a: t1, b: null }, []],
  ['numbers in order', ordered, { a: 1, b: 2, c: 10 }, holds],
  ['numbers not in order', ordered, { a: 1, b: 10, c: 2 }, noOrder],
  ['the same moment', simultaneous, { a: t0, b: Date.UTC(2026, 0, 12, 8) }, holds],
  ['up to a fraction of a second', simultaneous, { a: t0, b: Date.UTC(2026, 0, 12, 8) + 999 }, holds],
  ['in several zones', simultaneous, { a: '2026-01-12T10:00:00+02:00', b: `${t0}Z` }, holds],
  ['not the same moment', simultaneous, { a: t0, b: t1 }, notSame],
  ['an hour beside it', simultaneous, { a: t0, b: '2026-01-12T08:00:00+01:00' }, notSame],
  ['half of it is missing', simultaneous, { a: t0 }, []],
  ['the time between', elapsed, { a: t0, b: t1, t: 5000 }, holds],
  ['another time between', elapsed, { a: t0, b: t1, t: 7000 }, otherTime],
  ['in seconds', { ...elapsed, unit: 's' }, { a: t0, b: t1, t: 5 }, holds],
  ['in seconds, told as ms', { ...elapsed, unit: 's' }, { a: t0, b: t1, t: 5000 }, otherTime],
  ['a second off, of whole seconds', elapsed, { a: t0, b: t1, t: 5999 }, holds],
  ['more than a second off, after an hour', elapsed, { a: t0, b: hour, t: 3_601_001 }, otherTime],
  ['a second off, of thousandths', elapsed, { a: `${t0}.001Z`, b: `${t0}.501Z`, t: 1500 }, otherTime],
  ['a thousandth off, of thousandths', elapsed, { a: `${t0}.001Z`, b: `${t0}.501Z`, t: 501 }, holds],
  ['rounded to a second', { ...elapsed, unit: 's' }, { a: `${t0}.001Z`, b: `${t0}.501Z`, t: 1 }, holds],
  ['two seconds off', { ...elapsed, unit: 's' }, { a: t0, b: t1, t: 7 }, otherTime],
  [
    'half a second off, with decimals',
    { ...elapsed, unit: 's' },
    { a: `${t0}.001Z`, b: `${t0}.501Z`, t: 1.1 },
    otherTime,
  ],
  ['not over yet', elapsed, { a: t0, b: null, t: 5000 }, []],
];

const each = relation({ kind: 'equals', operands: pair }, '/items');
const items = (...all: readonly object[]): Answer[] => [{ body: { items: all } }];

/** What is there and what is not. */
const presence: readonly Row[] = [
  ['each item', each, items({ a: 1, b: 1 }, { a: 2, b: 2 }), holds],
  ['one item is wrong', each, items({ a: 1, b: 1 }, { a: 2, b: 3 }), unequal],
  ['two items are wrong', each, items({ a: 1, b: 2 }, { a: 2, b: 3 }), [`${unequal} (and in 1 more items)`]],
  ['one item has nothing to compare', each, items({ a: 1 }, { a: 2, b: 3 }), unequal],
  ['no item', each, items(), []],
  ['no array', each, [{ body: {} }], []],
  ['a value is missing', equals(...pair), [{ body: { a: 1 } }], []],
  ['null is no value', equals(...pair), [{ body: { a: 1, b: null } }], []],
  ['false is one', equals(...pair), [{ body: { a: true, b: false } }], unequal],
  ['a part of a sum is missing', equals({ sum: ['/a', '/x'] }, { at: '/b' }), [{ body: { a: 1, b: 2 } }], []],
  [
    'a parameter was not sent',
    equals({ expression: '$request.query.q' }, { at: '/a' }),
    [{ body: { a: 1 } }],
    [],
  ],
];

test.each(operands)('%s: equal, and not', (_, own, right, wrong) => {
  const contracts = equals(...own);
  const list = { ...contracts.list, path: '/list/{shop}' };
  expect(judge({ list }, [right])).toEqual(holds);
  expect(judge({ list }, [wrong])).toEqual(unequal);
});

test.each(aggregates)('of another operation, %s', (_, operand, wanted) => {
  const contracts = { ...number, ...equals({ at: '/n' }, operand) };
  expect(judge(contracts, [wholeOrders, asked('from=1', wanted)])).toEqual(holds);
  expect(judge(contracts, [wholeOrders, asked('from=1', wanted + 1)])).toEqual(unequal);
});

test.each<[Operand, string]>([
  [{ at: '/a/b' }, '/a/b'],
  [{ at: '' }, 'the body'],
  [{ number: 3 }, '3'],
  [{ expression: '$request.query.q' }, '$request.query.q'],
  [{ sum: ['/a', '/b'] }, '/a + /b'],
  [{ count: '/l' }, 'the number of items in /l'],
  [{ count: '' }, 'the number of items'],
  [other, 'the number of items in /items of orders'],
  [
    { ...other, where: { '/state': ['paid', 'sent'], '/who': ['a'] } },
    'the number of items in /items of orders, where /state is "paid" or "sent" and /who is "a"',
  ],
  [{ ...other, distinct: '/who' }, 'the number of different /who in /items of orders'],
  [{ ...other, of: '/price' }, 'the sum of /price in /items of orders'],
])('%j in words', (operand, words) => {
  expect(operandText(operand)).toBe(words);
});

test('what is expected is told in words', () => {
  const contracts = { ...number, ...equals({ at: '/n' }, { ...other, where: { '/state': ['open'] } }) };
  const [found] = outcomesOf(contracts, [wholeOrders, asked('from=1', 4)]);
  const expected = '/n = the number of items in /items of orders, where /state is "open"';
  expect(found).toMatchObject({ check: 'relation', verdict: 'failed', expected });
});

test.each(moments)('%s', (_, rule, body, wanted) => {
  expect(judge(relation(rule), [{ body }])).toEqual(wanted);
});

test.each([...questions, ...arrays, ...presence])('%s', (_, contracts, answers, wanted) => {
  expect(judge(contracts, answers)).toEqual(wanted);
});

const detailed = (same?: readonly string[]): Contracts => ({
  list: {
    list: listOf({
      detail: { ...clause('detail'), operation: 'one', parameter: 'id', ...(same && { same }) },
    }),
  },
  one: { path: '/list/{id}' },
});
const listed: Answer = {
  body: {
    items: [
      { id: 1, s: 'x' },
      { id: 2, s: 'y', t: [1] },
    ],
  },
  remember: true,
};
const one = (body: object, id = 2): Answer => ({ operation: 'one', url: `/list/${id}`, body });
const differs = ['detail failed: it is not the same as in the list of list'];

test.each<Row>([
  ['the same', detailed(), [listed, one({ id: 2, s: 'y', t: [1], more: 1 })], ['detail']],
  ['another value', detailed(), [listed, one({ id: 2, s: 'z', t: [1] })], differs],
  ['another value, deep inside', detailed(), [listed, one({ id: 2, s: 'y', t: [2] })], differs],
  ['another identity', detailed(), [listed, one({ id: 1, s: 'y', t: [1] })], differs],
  ['only what must be the same', detailed(['/s']), [listed, one({ s: 'y', t: [2] })], ['detail']],
  ['what must be the same is missing', detailed(['/s']), [listed, one({ t: [1] })], differs],
  ['another item than the last one', detailed(), [listed, one({ id: 1, s: 'z' }, 1)], []],
  ['no list before it', detailed(), [one({ id: 2 })], []],
])('detail: %s', (_, contracts, answers, wanted) => {
  expect(judge(contracts, answers)).toEqual(wanted);
});

const again = (body: unknown, url = '/list?a=1'): Answer => ({ url, body });
const before: Answer = { ...again({ a: [1, { b: 2 }] }), remember: true };

test.each<readonly [string, readonly Answer[], readonly string[]]>([
  ['the same', [before, again({ a: [1, { b: 2 }] })], ['repeat']],
  [
    'another value',
    [before, again({ a: [1, { b: 3 }] })],
    ['repeat drift: /a/1/b was different just before'],
  ],
  [
    'something more',
    [before, again({ a: [1, { b: 2 }], c: 1 })],
    ['repeat drift: /c was different just before'],
  ],
  ['something less', [before, again({})], ['repeat drift: /a was different just before']],
  ['another type', [before, again([])], ['repeat drift: the response was different just before']],
  ['another question', [before, again({}, '/list?a=2')], []],
])('repeat: %s', (_, answers, wanted) => {
  expect(judge({}, answers)).toEqual(wanted);
});

function equals(...own: readonly Operand[]): Contracts {
  return relation({ kind: 'equals', operands: own });
}
