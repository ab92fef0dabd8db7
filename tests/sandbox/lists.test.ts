import { expect, test } from 'vitest';
import type { Paging, Sort } from '../../scripts/model/contract.ts';
import { type Answer, type Contracts, clause, filterOf, host, ids, judge, listOf } from './exchange.ts';

const paging: Paging = {
  ...clause('page'),
  number: 'page',
  size: 'size',
  echo: '/page',
  count: '/count',
  total: '/total',
  next: '/next',
};
const paged = { list: { list: listOf({ page: paging }) } };
const unsized = {
  list: { list: listOf({ page: { ...clause('page'), number: 'page', total: '/total' } }) },
};
const sort: Sort = {
  ...clause('sort'),
  by: 'by',
  direction: 'dir',
  keys: { made: '/made', name: '/name' },
};
const sorted = { list: { list: listOf({ sort }) } };
const single = {
  list: { list: listOf({ sort: { ...clause('sort'), by: 'sort', keys: { made: '/made' } } }) },
};
const byDefault = {
  list: { list: listOf({ sort: { ...sort, default: { key: 'made', descending: true } } }) },
};
const state = { list: { list: listOf({ filters: { state: filterOf('equals', '/state') } }) } };
const counts = { open: '/open', done: '/done' };
const counted = {
  list: {
    list: listOf({ filters: { state: { ...clause('filter'), keep: 'counts', counts, complete: true } } }),
  },
} as const;
const apart = {
  list: {
    list: listOf({ filters: { kind: { ...clause('filter'), keep: 'apart', values: ['a', 'b'] } } }),
  },
} as const;
const summed = {
  list: { filters: { state: { ...clause('filter'), keep: 'counts', counts, complete: true } } },
} as const;

const larger = 'paging failed: the page is larger than requested';
const disagree = 'paging failed: the page and the total do not agree';
const wrongTotal = 'paging failed: not true: /total counts the items of all pages';
const wrongNext = 'paging failed: /next is not right about the next page';
const elsewhere = 'paging failed: /next leads to another host';
const otherPart = 'it is not the part of the whole list that the request selects';
const unordered = 'sort failed: the list is in another order';
const noOrder = 'sort inconclusive: the list has no two different values of /made: no order can be seen';
const lets = (sent: string, count = 1): string =>
  `filter failed: ${sent} lets ${count} items through that it should not`;
const tooLong = (count: number): string =>
  `list inconclusive: the list has more than the ${count} items that were fetched, so other responses cannot be compared with it; select fewer, for example by a shorter --window`;

type Row = readonly [string, Contracts, readonly Answer[], readonly string[]];

/** What is wrong with a single answer. */
const alone: readonly Row[] = [
  ['each item once', { list: { list: listOf() } }, [{ body: ids(1, 2) }], ['list']],
  ['an empty list', { list: { list: listOf() } }, [{ body: ids() }], ['list']],
  ['no array is for the schema', { list: { list: listOf() } }, [{ body: { items: null } }], []],
  [
    'an identity twice',
    { list: { list: listOf() } },
    [{ body: ids(1, 2, 1) }],
    ['list failed: /id 1 is in the list more than once'],
  ],
  // Pages
  ['a page as it says', paged, [page(2, 2, 5)], ['list', 'paging']],
  [
    'the last page',
    paged,
    [page(3, 2, 5, { items: ids(5).items, count: 1, next: null })],
    ['list', 'paging'],
  ],
  [
    'without words about itself',
    paged,
    [page(1, 2, 2, { page: null, count: undefined, total: null })],
    fine(),
  ],
  [
    'too many for the size',
    paged,
    [page(1, 1, 5, { items: ids(1, 2).items, count: 2 })],
    ['list', larger, 'paging', disagree],
  ],
  [
    'another number of the page',
    paged,
    [page(2, 2, 5, { page: 1 })],
    ['list', 'paging', 'paging failed: not true: /page is the number of the page'],
  ],
  [
    'another count',
    paged,
    [page(2, 2, 5, { count: 3 })],
    ['list', 'paging', 'paging failed: not true: /count counts the items of the page'],
  ],
  [
    'fewer than the total leaves',
    paged,
    [page(1, 2, 5, { items: ids(1).items, count: 1 })],
    ['list', 'paging', disagree],
  ],
  [
    'more than the total',
    paged,
    [page(1, 2, 1, { items: ids(1, 2).items, count: 2, next: null })],
    ['list', 'paging', disagree],
  ],
  ['no next page before the end', paged, [page(1, 2, 5, { next: null })], ['list', 'paging', wrongNext]],
  [
    'a next page behind the end',
    paged,
    [page(2, 2, 4, { next: '/list?page=3&size=2' })],
    ['list', 'paging', wrongNext],
  ],
  [
    'the same page as the next one',
    paged,
    [page(1, 2, 5, { next: '/list?size=2&page=1' })],
    ['list', 'paging', wrongNext],
  ],
  [
    'a page is left out',
    paged,
    [page(1, 2, 5, { next: '/list?size=2&page=3' })],
    ['list', 'paging', wrongNext],
  ],
  ['an opaque next page', paged, [page(1, 2, 5, { next: 'cursor' })], ['list', 'paging']],
  ['next on its own host', paged, [page(1, 2, 5, { next: `${host}/list?page=2` })], ['list', 'paging']],
  [
    'next on another host',
    paged,
    [page(1, 2, 5, { next: 'https://us.example.com/list?page=2' })],
    ['list', 'paging', elsewhere],
  ],
  [
    'next on a host that begins alike',
    paged,
    [page(1, 2, 5, { next: `${host}.evil/list?page=2` })],
    ['list', 'paging', elsewhere],
  ],
  [
    'next on another host, without a total',
    paged,
    [page(1, 2, 5, { total: null, next: 'http://us.example.com/' })],
    ['list', 'paging', elsewhere],
  ],
  [
    'the size by default',
    { list: { list: listOf({ page: { ...clause('page'), number: 'page', defaultSize: 2 } }) } },
    [{ body: ids(1, 2, 3) }],
    ['list', larger],
  ],
  // Filters
  ...keepRows(),
  [
    'counts: only the value sent',
    counted,
    [filtered('state=open', { id: 1, open: 2, done: 0 })],
    ['list', 'filter'],
  ],
  [
    'counts: the value sent is none',
    counted,
    [filtered('state=open', { id: 1, open: 0, done: 0 })],
    ['list', lets('state=open')],
  ],
  [
    'counts: another one too',
    counted,
    [filtered('state=open', { id: 1, open: 1, done: 1 })],
    ['list', lets('state=open')],
  ],
  ['apart says nothing of an item', apart, [filtered('kind=a', { id: 1 })], ['list']],
  ['a filter that was not sent', state, [filtered('', { id: 1, state: 'x' })], ['list']],
  ['nothing is left to look at', state, [filtered('state=x')], ['list']],
  // Orders
  ['ascending', sorted, [made('by=made&dir=asc', 1, 2, 2, 3)], ['list', 'sort']],
  ['not ascending', sorted, [made('by=made&dir=asc', 1, 3, 2)], ['list', unordered]],
  ['descending', sorted, [made('by=made&dir=desc', 3, 2, 1)], ['list', 'sort']],
  ['not descending', sorted, [made('by=made&dir=desc', 1, 2)], ['list', unordered]],
  ['numbers as numbers', sorted, [made('by=made&dir=asc', 9, 10)], ['list', 'sort']],
  ['no direction and no default', sorted, [made('by=made', 3, 1, 2)], ['list']],
  ['one parameter, ascending', single, [made('sort=made', 1, 2)], ['list', 'sort']],
  ['one parameter, with a plus', single, [made('sort=%2Bmade', 2, 1)], ['list', unordered]],
  ['one parameter, descending', single, [made('sort=-made', 2, 1)], ['list', 'sort']],
  ['one parameter, not descending', single, [made('sort=-made', 1, 2)], ['list', unordered]],
  ['by default', byDefault, [made('', 2, 1)], ['list', 'sort']],
  ['not as by default', byDefault, [made('', 1, 2)], ['list', unordered]],
  ['the direction of the default', byDefault, [made('by=made', 1, 2)], ['list', unordered]],
  ['another direction than that of the default', byDefault, [made('dir=asc', 1, 2)], ['list', 'sort']],
  ['null has no place in it', sorted, [made('by=made&dir=asc', 1, null, 2, undefined, 3)], ['list', 'sort']],
  ['wrong around null', sorted, [made('by=made&dir=asc', 2, null, 1)], ['list', unordered]],
  ['too few values', sorted, [made('by=made&dir=asc', 1, 1, null)], ['list', noOrder]],
  ['too few values, sent by hand', sorted, [{ ...made('by=made&dir=asc', 1), byHand: true }], ['list']],
  ['too few values, not asked for', byDefault, [made('', 1)], ['list']],
  ['a key that no property shows', sorted, [made('by=other&dir=asc', 2, 1)], ['list']],
  ['texts without regard to case', sorted, [made('by=made&dir=asc', 'a', 'B', 'c')], ['list', 'sort']],
  ['texts with regard to case', sorted, [made('by=made&dir=asc', 'B', 'a', 'c')], ['list', 'sort']],
  ['texts in no order', sorted, [made('by=made&dir=asc', 'b', 'a')], ['list', unordered]],
  [
    'times with and without a fraction',
    sorted,
    [made('by=made&dir=asc', '2026-01-12T08:00:00Z', '2026-01-12T08:00:00.5Z')],
    ['list', 'sort'],
  ],
  [
    'times in several zones',
    sorted,
    [made('by=made&dir=asc', '2026-01-12T09:00:00+02:00', '2026-01-12T08:00:00Z')],
    ['list', 'sort'],
  ],
  [
    'times in no order',
    sorted,
    [made('by=made&dir=asc', '2026-01-12T08:00:00.5Z', '2026-01-12T08:00:00Z')],
    ['list', unordered],
  ],
];

const states = (...all: readonly string[]): Answer['body'] => ({
  items: all.map((text) => ({ id: text, state: text.charAt(0) })),
});
const wholeStates: Answer = { body: states('a1', 'b1', 'a2'), remember: true };
const wholePages: Answer = { ...page(1, 9, 5), body: { ...ids(1, 2, 3, 4, 5), total: 5 }, remember: true };
/** Items of which the first character is the state, the number, and what they are made. */
const onPage = (query: string, ...all: readonly string[]): Answer => ({
  url: `/list?${query}`,
  body: { items: all.map((id) => ({ id, state: id.charAt(0), made: Number(id.charAt(0)) })) },
});
const pages: Paging = { ...clause('page'), number: 'page', size: 'size', defaultSize: 2 };
const statePages = {
  list: { list: listOf({ page: pages, filters: { state: filterOf('equals', '/state') } }) },
};
const madePages = { list: { list: listOf({ page: pages, sort }) } };
const tiedPages = {
  list: {
    list: listOf({ page: pages, sort: { ...sort, default: { key: 'made', descending: false } } }),
  },
};
const wholeOfStates: Answer = { ...onPage('size=9', 'a1', 'b1', 'a2', 'a3'), remember: true };
const wholeOfMade: Answer = { ...onPage('size=9', '1', '2', '3', '4', '5'), remember: true };
const wholeKinds: Answer = { body: ids(1, 2, 3), remember: true };
const kind = (value: string, ...own: readonly number[]): Answer => ({
  url: `/list?kind=${value}`,
  body: ids(...own),
});
const wholeMade: Answer = { ...made('', 1, 2, 3), remember: true };

/** What is wrong with an answer beside the whole list. */
const compared: readonly Row[] = [
  [
    'all items of the whole list are of the value: an ignored filter would not be seen',
    state,
    [
      { body: states('a1', 'a2'), remember: true },
      { url: '/list?state=a', body: states('a1', 'a2') },
    ],
    ['list'],
  ],
  [
    'no item of the whole list is of the value',
    state,
    [wholeStates, { url: '/list?state=none', body: states() }],
    ['list'],
  ],
  [
    'just the part that a filter keeps',
    state,
    [wholeStates, { url: '/list?state=a', body: states('a1', 'a2') }],
    ['list', 'filter'],
  ],
  [
    'in another order',
    state,
    [wholeStates, { url: '/list?state=a', body: states('a2', 'a1') }],
    ['list', 'filter'],
  ],
  [
    'an item of the part is missing',
    state,
    [wholeStates, { url: '/list?state=a', body: states('a1') }],
    ['list', 'filter', `filter failed: ${otherPart}`],
  ],
  [
    'all of the part is missing',
    state,
    [wholeStates, { url: '/list?state=a', body: states() }],
    ['list', `filter failed: ${otherPart}`],
  ],
  [
    'an item that the whole list lacks',
    state,
    [wholeStates, { url: '/list?state=a', body: states('a1', 'a2', 'a3') }],
    ['list', 'filter', `filter failed: ${otherPart}`],
  ],
  [
    'with a parameter of unknown meaning',
    state,
    [wholeStates, { url: '/list?state=a&x=1', body: states('a1') }],
    ['list', 'filter'],
  ],
  [
    'a filter that is not complete',
    { list: { list: listOf({ filters: { state: filterOf('equals', '/state', { complete: false }) } }) } },
    [wholeStates, { url: '/list?state=a', body: states('a1') }],
    ['list', 'filter'],
  ],
  [
    'sent by hand',
    state,
    [wholeStates, { url: '/list?state=a', body: states('a1'), byHand: true }],
    ['list', 'filter'],
  ],
  [
    'counts: an item of the whole list is missing',
    counted,
    [
      {
        body: {
          items: [
            { id: 1, open: 1, done: 0 },
            { id: 2, open: 2, done: 3 },
          ],
        },
        remember: true,
      },
      filtered('state=open', { id: 1, open: 1, done: 0 }),
    ],
    ['list', 'filter', `filter failed: ${otherPart}`],
  ],
  [
    'a next page that is not the next, where no total is told',
    { list: { list: listOf({ page: { ...clause('page'), number: 'page[no]', next: '/next' } }) } },
    [{ url: '/list?page[no]=1', body: { ...ids(1, 2), next: '/list?page%5Bno%5D=77' } }],
    ['list', wrongNext],
  ],
  [
    'the next page by its number, where no total is told',
    { list: { list: listOf({ page: { ...clause('page'), number: 'page', next: '/next' } }) } },
    [{ url: '/list?page=1', body: { ...ids(1, 2), next: 2 } }],
    ['list'],
  ],
  // What is longer than a page
  [
    'the first page of a filtered list',
    statePages,
    [wholeOfStates, onPage('state=a', 'a1', 'a2')],
    ['list', 'filter', 'paging'],
  ],
  [
    'an item is left out of it',
    statePages,
    [wholeOfStates, onPage('state=a', 'a1')],
    ['list', 'filter', 'paging', `filter failed: ${otherPart}`],
  ],
  [
    'an item of it that the whole list lacks',
    statePages,
    [wholeOfStates, onPage('state=a', 'a1', 'a9')],
    ['list', 'filter', 'paging', `filter failed: ${otherPart}`],
  ],
  [
    'the last page of it',
    statePages,
    [wholeOfStates, onPage('state=a&page=2', 'a3')],
    ['list', 'filter', 'paging'],
  ],
  [
    'sorted as a whole',
    madePages,
    [wholeOfMade, onPage('by=made&dir=desc', '5', '4')],
    ['list', 'paging', 'sort'],
  ],
  [
    'sorted as a whole, the second page',
    madePages,
    [wholeOfMade, onPage('by=made&dir=desc&page=2', '3', '2')],
    ['list', 'paging', 'sort'],
  ],
  [
    'sorted within the page only',
    madePages,
    [wholeOfMade, onPage('by=made&dir=desc', '2', '1')],
    ['list', 'paging', 'sort', `sort failed: ${otherPart}`],
  ],
  [
    'sorted within the second page only',
    madePages,
    [wholeOfMade, onPage('by=made&dir=desc&page=2', '2', '1')],
    ['list', 'paging', 'sort', `sort failed: ${otherPart}`],
  ],
  [
    'equal items of another page, in the order of the whole list',
    tiedPages,
    [
      { ...onPage('page=1&size=9', '1a', '1b', '1c', '2a'), remember: true },
      onPage('page=1&size=2', '1c', '1a'),
    ],
    ['list', 'paging'],
  ],
  [
    'an item that is not equal, in the order of the whole list',
    tiedPages,
    [
      { ...onPage('page=1&size=9', '1a', '1b', '1c', '2a'), remember: true },
      onPage('page=1&size=2', '1c', '2a'),
    ],
    ['list', 'paging', 'sort', `paging failed: ${otherPart}`],
  ],
  // Pages
  ['a page of it', paged, [wholePages, page(2, 2, 5)], ['list', 'paging']],
  [
    'another page of it',
    paged,
    [wholePages, page(2, 2, 5, { items: ids(1, 2).items })],
    ['list', 'paging', `paging failed: ${otherPart}`],
  ],
  [
    'a page with its items moved',
    paged,
    [wholePages, page(2, 2, 5, { items: ids(4, 3).items })],
    ['list', 'paging', `paging failed: ${otherPart}`],
  ],
  [
    'a page behind the end',
    paged,
    [wholePages, page(4, 2, 5, { items: [], count: 0, next: null })],
    ['list', 'paging'],
  ],
  // Orders
  [
    'the same items in another order',
    sorted,
    [wholeMade, made('by=made&dir=asc', 1, 2, 3)],
    ['list', 'sort'],
  ],
  [
    'fewer items in another order',
    sorted,
    [wholeMade, made('by=made&dir=asc', 1, 2)],
    ['list', 'sort', `sort failed: ${otherPart}`],
  ],
  // Parts that no property shows
  ['apart, together the whole', apart, [wholeKinds, kind('a', 1, 3), kind('b', 2)], ['list', 'filter']],
  ['apart, not all asked for yet', apart, [wholeKinds, kind('a', 1, 3)], ['list']],
  [
    'apart, one item in two',
    apart,
    [wholeKinds, kind('a', 1, 3), kind('b', 2, 3)],
    ['list', 'filter failed: two values of kind keep the same item'],
  ],
  [
    'apart, one item in none',
    apart,
    [wholeKinds, kind('a', 1), kind('b', 2)],
    ['list', 'filter failed: no value of kind keeps an item of the whole list'],
  ],
  // Walks
  ['walked through', paged, [walk(1, 2, 3, 1, 2), walk(2, 2, 3, 3)], ['list', 'paging']],
  ['walked through, before the end', paged, [walk(1, 2, 3, 1, 2)], ['list', 'paging']],
  [
    'an item on two pages',
    paged,
    [walk(1, 2, 3, 1, 2), walk(2, 2, 3, 2)],
    ['list', 'paging', 'list failed: /id 2 is in the list more than once'],
  ],
  [
    'a total that changes on the way, and is that of all pages at the end',
    paged,
    [walk(1, 2, 9, 1, 2), walk(2, 2, 3, 3)],
    ['list', 'paging', wrongTotal],
  ],
  [
    'a total that changes on the way, and the end is not reached',
    paged,
    [...[1, 2, 3, 4].map((number) => walk(number, 1, 9, number)), walk(5, 1, 8, 5)],
    ['list', 'paging', wrongTotal, tooLong(5)],
  ],
  [
    'pages of no known size: more items than all pages have',
    unsized,
    [walk(1, 2, 9, 1, 2), walk(2, 2, 9, 3), walk(3, 2, 9)],
    ['list', 'paging', wrongTotal],
  ],
  [
    'pages of no known size: as many items as all pages have',
    unsized,
    [walk(1, 2, 3, 1, 2), walk(2, 2, 3, 3)],
    ['list', 'paging'],
  ],
  [
    'a page that tells another total than the walk came to',
    paged,
    [wholePages, page(2, 2, 5, { total: 8 })],
    ['list', 'paging', wrongTotal],
  ],
  [
    'a walk and a filter',
    {
      list: {
        list: listOf({
          page: { ...clause('page'), number: 'page', size: 'size' },
          filters: { state: filterOf('equals', '/state') },
        }),
      },
    },
    [
      { url: '/list?size=2', body: states('a1', 'b1'), remember: true },
      { url: '/list?size=2&page=2', body: states('a2'), remember: true },
      { url: '/list?size=2&state=a', body: states('a1', 'b2') },
    ],
    ['list', lets('state=a'), 'paging', `filter failed: ${otherPart}`],
  ],
  [
    'longer than is walked through',
    paged,
    [...[1, 2, 3, 4].map((number) => walk(number, 1, 9, number)), walk(5, 1, 9, 5)],
    ['list', 'paging', tooLong(5)],
  ],
  [
    'nothing is compared with a beginning',
    paged,
    [
      ...[1, 2, 3, 4, 5].map((number) => walk(number, 1, 9, number)),
      page(2, 2, 9, { items: ids(8, 9).items }),
    ],
    ['list', 'paging'],
  ],
  // A body that sums up
  [
    'counts of a body',
    summed,
    [
      { body: { open: 2, done: 1 }, remember: true },
      { url: '/list?state=open', body: { open: 2, done: 0 } },
    ],
    ['filter'],
  ],
  [
    'counts of a body: another number',
    summed,
    [
      { body: { open: 2, done: 1 }, remember: true },
      { url: '/list?state=open', body: { open: 1, done: 0 } },
    ],
    ['filter failed: state=open counts something else'],
  ],
  [
    'counts of a body: others too',
    summed,
    [
      { body: { open: 2, done: 1 }, remember: true },
      { url: '/list?state=open', body: { open: 2, done: 1 } },
    ],
    ['filter failed: state=open counts something else'],
  ],
  ['counts of a body: nothing before', summed, [{ url: '/list?state=open', body: { open: 2, done: 1 } }], []],
];

test.each([...alone, ...compared])('%s', (_, contracts, answers, wanted) => {
  expect(judge(contracts, answers)).toEqual(wanted);
});

function fine(): string[] {
  return ['list', 'paging'];
}

/** A right page of the items 1, 2, 3 …, but for what is given. */
function page(number: number, size: number, total: number, but: object = {}): Answer {
  const own = Array.from(
    { length: Math.max(0, Math.min(size, total - (number - 1) * size)) },
    (_, index) => (number - 1) * size + index + 1,
  );
  const next = number * size >= total ? null : `/list?size=${size}&page=${number + 1}`;
  const body = { items: ids(...own).items, page: number, count: own.length, total, next, ...but };
  return { url: `/list?page=${number}&size=${size}`, body };
}

function walk(number: number, size: number, total: number, ...own: readonly number[]): Answer {
  return { ...page(number, size, total, { items: ids(...own).items }), remember: true };
}

function filtered(query: string, ...items: readonly object[]): Answer {
  return { url: `/list?${query}`, body: { items } };
}

function made(query: string, ...values: readonly unknown[]): Answer {
  return filtered(query, ...values.map((value, id) => ({ id, made: value })));
}

/** For each word: a value sent, one that is kept, one that is not, and one more that is not. */
function keepRows(): Row[] {
  const noon = '2026-01-12T12:00:00';
  const rows = [
    ['equals', 'b', 'b', 'a'],
    ['equals', '7', 7, 70],
    ['equals', 'true', true, false],
    ['equals', 'a,b', 'b', 'c'],
    ['contains', 'Ell', 'hello', 'hallo'],
    ['contains', 'ull', 'FULL', null],
    ['contains', 'def', 'defined', undefined],
    ['at-or-after', noon, `${noon}Z`, '2026-01-12T11:59:59Z'],
    ['after', noon, '2026-01-12T12:00:01Z', noon],
    ['at-or-before', noon, 1768219200000, '2026-01-12T12:00:01Z'],
    ['before', noon, '2026-01-12T13:59:59+02:00', noon],
    ['before', '10', 9, 10],
  ] as const;
  return rows
    .flatMap(([keep, sent, kept, other]): Row[] => {
      const contract = { list: { list: listOf({ filters: { q: filterOf(keep, '/v') } }) } };
      const answer = (v: unknown): Answer => filtered(`q=${sent}`, { id: 1, v });
      return [
        [`${keep} ${sent} keeps ${kept}`, contract, [answer(kept)], ['list', 'filter']],
        [`${keep} ${sent} does not keep ${other}`, contract, [answer(other)], ['list', lets(`q=${sent}`)]],
      ];
    })
    .concat(spelledRows());
}

function spelledRows(): Row[] {
  const contract = {
    list: { list: listOf({ filters: { q: filterOf('equals', '/v', { spelled: { payed: 'paid' } }) } }) },
  };
  return [
    ['spelled otherwise', contract, [filtered('q=payed', { id: 1, v: 'paid' })], ['list', 'filter']],
    [
      'not spelled otherwise',
      contract,
      [filtered('q=payed', { id: 1, v: 'payed' })],
      ['list', lets('q=payed')],
    ],
  ];
}
