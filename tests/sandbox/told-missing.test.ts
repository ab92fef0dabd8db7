import { beforeAll, expect, test } from 'vitest';
import { type Given, type Judged, json, jsonResponse, judge } from './lab.ts';

/** An item must have `id` and `state`, a page `items`, and `next` where it is strict. */
const items = {
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'state'],
    properties: { id: { type: 'integer' }, state: { type: 'string' }, kind: { type: 'string' } },
  },
};
const properties = { items, next: { type: 'string' }, total: { type: 'integer' } };
const page = { type: 'object', required: ['items'], properties };
const strict = { ...page, required: ['items', 'next'] };
const refused = jsonResponse({ type: 'object', required: ['next'] }, '422');
const contract = {
  list: {
    items: '/items',
    identity: '/id',
    page: { number: 'page', size: 'size', total: '/total', next: '/next' },
    filters: {
      state: { property: '/state', keep: 'equals' },
      kind: { property: '/kind', keep: 'equals' },
    },
  },
};

const asked = (query: string, schema: object, body: object, more: Partial<Given> = {}): Given => ({
  responses: { ...jsonResponse(schema), ...refused },
  contract,
  query,
  reply: { headers: json, body: JSON.stringify(body) },
  ...more,
});
const first = '?page=1&size=1';
const fine = { id: 1, state: 'a', kind: 'x' };
const kindless = [fine, { id: 2, state: 'a' }];

/** What did not hold, of the last of the answers to an operation. */
const table: readonly (readonly [string, Given, string])[] = [
  [
    'a required property: one finding',
    asked('?state=a', page, { items: [fine, { id: 2 }] }),
    'schema failed items/required',
  ],
  ['an optional property: of the filter', asked('?kind=x', page, { items: kindless }), 'filter failed kind'],
  [
    'an optional property, beside a value of another type',
    asked('?kind=x', page, { items: [...kindless, { id: 3, state: 4, kind: 'x' }] }),
    'schema failed state/type, filter failed kind',
  ],
  [
    'an optional property, beside a required one',
    asked('?kind=x', page, {
      items: [
        { id: 1, kind: 'x' },
        { id: 2, state: 'a' },
      ],
    }),
    'schema failed items/required, filter failed kind',
  ],
  [
    'the required next page: one finding',
    asked(first, strict, { items: [fine], total: 2 }),
    'schema failed schema/required',
  ],
  [
    'the optional next page, beside a value of another type',
    asked(first, page, { items: [{ id: 1, state: 4 }], total: 2 }),
    'schema failed state/type, paging failed next',
  ],
  [
    'what is no object lacks everything',
    asked('?state=a', page, { items: ['a', fine] }),
    'schema failed items/type, list inconclusive identity',
  ],
  [
    'a refusal that lacks a property of its own',
    asked(first, page, {}, { reply: { status: 422, headers: json, body: '{}' } }),
    'status failed responses, schema failed schema/required',
  ],
  [
    'what only the refusal before lacked',
    asked('?page=1&size=1&again=1', page, { items: [fine], total: 2 }, { of: 7 }),
    'paging failed next',
  ],
];

let judged: readonly Judged[] = [];
beforeAll(async () => {
  judged = await judge(table.map(([, given]) => given));
});

test.each(table.map(([name, , want], index) => ({ name, want, index })))('$name', ({ want, index }) => {
  const broken = judged[index]?.found.filter(({ verdict }) => verdict !== 'passed') ?? [];
  const lines = broken.map(({ check, verdict, pointer = '' }) => {
    const [last = '', before = ''] = pointer.split('/').reverse();
    return `${check} ${verdict} ${check === 'schema' ? `${before}/${last}` : last}`;
  });
  expect(lines.join(', ')).toBe(want);
});
