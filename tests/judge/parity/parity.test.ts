import { describe, expect, test } from 'vitest';
import { toDifferences } from '../../../scripts/judge/parity/parity.ts';
import type { CaseResult } from '../../../scripts/model/run-result.ts';
import { toShape } from '../../../scripts/model/to-shape.ts';
import { openMalformed } from '../../fixtures/open.ts';
import { response } from './responses.ts';

const all = 'all with status 200';

/** `us` and `eu` respond with these bodies, one case each. */
function bodies(us: readonly unknown[], eu: readonly unknown[]): CaseResult[] {
  const of = (region: string) => (json: unknown, index: number) =>
    response(region, json, { case: `case-${index}` });
  return [...us.map(of('us')), ...eu.map(of('eu'))];
}

const items = (...list: readonly unknown[]) => [{ items: list }];
const [full, bare, empty] = [{ a: 1 }, { b: 1, a: 1 }, {}];

describe('bodies are alike when', () => {
  test.each([
    ['other items are in the same form', items({ a: 1 }, { a: 2 }), items({ a: 3 })],
    ['a property is missing at times in one region', items(full, full, empty), items(empty, empty, empty)],
    ['there are too few items', items(full, full), items(empty, empty)],
    [
      'the same few items come again',
      [...items(full), ...items(full), ...items(full)],
      items(empty, empty, empty),
    ],
    ['one region shows no items', items(bare, bare, bare), items()],
    ['a value is null in one of them', items({ a: null }), items({ a: 'x' })],
    ['text is text by chance in a form', [{ a: '2026-01-12' }], [{ a: 'next week' }]],
    ['text is empty in one', [{ a: '' }], [{ a: 'https://a.example' }]],
    ['one region has both kinds', [{ a: 1 }, { a: 'x' }], [{ a: 'x' }]],
    ['maps have other ids', [{ by: { '5f00000000000000000000c1': 1 } }], [{ by: { '17': 1 } }]],
  ])('%s', (_, us, eu) => {
    expect(toDifferences(bodies(us, eu))).toEqual([]);
    expect(toDifferences(bodies(eu, us))).toEqual([]);
  });
});

describe('bodies differ where', () => {
  test.each([
    [
      'a property of items is never there',
      items(full, full, full),
      items(empty, empty, empty),
      ['/items/*/a', 'always there', 'never there'],
    ],
    [
      'a property of the body is never there',
      [full, full, full],
      [empty, empty, empty],
      ['/a', 'always there', 'never there'],
    ],
    [
      'a property is there in one only; what is in it is not reported again',
      [{ a: { b: 1 } }, { a: { b: 1 } }, { a: { b: 1 } }],
      [empty, empty, empty],
      ['/a', 'always there', 'never there'],
    ],
    ['a number is text', [{ a: 1 }], [{ a: '1' }], ['/a', 'number', 'text']],
    [
      'a zone is missing',
      [{ a: '2026-01-12T00:00:00Z' }],
      [{ a: '2026-01-12T00:00:00' }],
      ['/a', 'date-time', 'naive date-time'],
    ],
    ['items are of other types', items(1, 2), items('x'), ['/items/*', 'number', 'text']],
    ['the body is of another type', [{}], [[]], ['', 'object', 'array']],
  ] as const)('%s', (_, us, eu, [where, one, other]) => {
    expect(toDifferences(bodies(us, eu))).toEqual([
      { operationId: 'op', case: all, what: 'body', where, regions: { us: one, eu: other } },
    ]);
  });

  test('responses with another status are compared separately', () => {
    const refused = { status: 404, case: 'unknown' };
    const cases = [response('us', { a: 1 }), response('eu', { a: 1 }), response('us', { a: 'x' }, refused)];
    expect(toDifferences([...cases, response('eu', { a: 'x' }, refused)])).toEqual([]);
    expect(toDifferences([...cases, response('eu', { a: 1 }, refused)])).toMatchObject([
      { case: 'all with status 404', what: 'body', where: '/a' },
    ]);
  });

  test.each(['drift', 'flaky', 'inconclusive', 'unreachable', 'skipped'] as const)(
    'not where a case is %s',
    (verdict) => {
      expect(toDifferences([response('us', { a: 1 }), response('eu', { a: '1' }, { verdict })])).toEqual([]);
    },
  );

  test('not without a response', () => {
    const { status: _, ...unreadable } = response('eu', { a: 1 }, { verdict: 'failed' });
    expect(toDifferences([response('us', { a: 1 }), unreadable])).toEqual([]);
  });
});

/** Two responses of each region, with these headers. */
function headers(us: readonly Record<string, string>[], eu: readonly Record<string, string>[]): CaseResult[] {
  const of = (region: string) => (one: Record<string, string>, index: number) =>
    response(region, {}, { case: `case-${index}`, headers: one });
  return [...us.map(of('us')), ...eu.map(of('eu'))];
}

const twice = (name: string, value: string) => [{ [name]: value }, { [name]: value }];
const baseUrls = { us: 'https://api.shop.example', eu: 'https://api.eu-west-1.shop.example' };

describe('headers', () => {
  test.each([
    ['the same', twice('cache-control', 'no-store'), twice('cache-control', 'no-store')],
    ['what belongs to the connection', twice('keep-alive', 'timeout=5'), [{}, {}]],
    ['a proxy or CDN', twice('cf-ray', '8a1'), twice('via', '1.1 a')],
    ['sometimes there', [{ 'retry-after': '1' }, {}], [{}, {}]],
    ['another value in each response', [{ a: 'x' }, { a: 'y' }], twice('a', 'x')],
    ['only one response', [{ a: 'x' }], [{ a: 'y' }]],
    ['numbers', twice('x-ratelimit-limit', '15'), twice('x-ratelimit-limit', '20')],
    ['ids', twice('x-id', '5f00000000000000000000c1'), twice('x-id', '5f00000000000000000000c2')],
    ['times', twice('x-at', 'Mon, 12 Jan 2026 00:00:00 GMT'), twice('x-at', 'Tue, 13 Jan 2026 00:00:00 GMT')],
    [
      "the region's name",
      twice('www-authenticate', 'Bearer realm="us"'),
      twice('www-authenticate', 'Bearer realm="eu"'),
    ],
    ['the host', twice('a', 'by api.shop.example'), twice('a', 'by api.eu-west-1.shop.example')],
    ['the name of its region', twice('x-zone', 'us-east-1a'.slice(0, -1)), twice('x-zone', 'eu-west-1')],
  ])('are alike: %s', (_, us, eu) => {
    expect(toDifferences(headers(us, eu), { baseUrls })).toEqual([]);
  });

  test.each([
    [
      'one region alone has it',
      'retry-after',
      twice('retry-after', '1'),
      [{}, {}],
      'always there',
      'never there',
    ],
    [
      'another value',
      'cache-control',
      twice('cache-control', 'must-revalidate'),
      twice('cache-control', 'must-trust'),
      'must-revalidate',
      'must-trust',
    ],
    [
      'any origin',
      'access-control-allow-origin',
      twice('access-control-allow-origin', '*'),
      twice('access-control-allow-origin', 'https://a.example'),
      '*',
      'https://a.example',
    ],
    [
      'another charset',
      'content-type',
      twice('content-type', 'application/json; charset=utf-8'),
      twice('content-type', 'application/json; charset=latin1'),
      'charset=utf-8',
      'charset=latin1',
    ],
    [
      'no charset',
      'content-type',
      twice('content-type', 'application/json; charset=utf-8'),
      twice('content-type', 'application/json'),
      'charset=utf-8',
      'no parameters',
    ],
  ])('differ: %s', (_, where, us, eu, one, other) => {
    expect(toDifferences(headers(us, eu), { baseUrls })).toEqual([
      { operationId: 'op', case: all, what: 'header', where, regions: { us: one, eu: other } },
    ]);
  });
});

const description = `
openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: https://api.shop.example, x-region: us }]
paths:
  /things:
    get:
      operationId: listThings
      parameters:
        - { name: page, in: query, schema: { type: integer } }
        - { name: size, in: query, schema: { type: integer, maximum: 200 } }
      responses:
        '200':
          description: Things
          content:
            application/json:
              schema:
                type: object
                properties:
                  items: { type: array, items: { type: object, properties: { id: { type: string } } } }
      x-contract:
        list: { items: /items, identity: /id, page: { number: page, size: size } }
`;

describe('the default page size', async () => {
  const { operations } = (await openMalformed(description)).api;
  const list = (region: string, name: string, count: number): CaseResult =>
    response(
      region,
      {},
      {
        operationId: 'listThings',
        case: name,
        shape: toShape({ items: Array.from({ length: count }, () => 1) }),
      },
    );
  test.each([
    ['the same', [50, 70], [50, 90], []],
    ['both show all that they have', [30, 30], [20, 20], []],
    ['one shows more than the other does', [50, 70], [20, 90], ['50 items', '20 items']],
    ['one breaks off before what the other shows as all', [30, 30], [20, 90], ['30 items', '20 items']],
    ['one shows all, fewer than the other shows', [30, 30], [50, 90], []],
  ])('%s', (_, us, eu, want) => {
    const cases = [us, eu].flatMap(([page = 0, whole = 0], index) => {
      const region = index === 0 ? 'us' : 'eu';
      return [list(region, 'success', page), list(region, 'whole-list', whole)];
    });
    const [one, other] = want;
    expect(toDifferences(cases, { operations })).toEqual(
      one === undefined
        ? []
        : [
            {
              operationId: 'listThings',
              case: 'success',
              what: 'page size',
              regions: { us: one, eu: other },
            },
          ],
    );
  });
});

describe('a server that makes up names', () => {
  const named = (count: number, value: (index: number) => string): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`x-${index}`, value(index)]));

  test.each([
    [21, 'x-9'],
    [1000, 'x-999'],
    [1024, 'and 24 more'],
    [2100, 'and 1,100 more'],
  ])('%i headers that another region lacks are each a difference, up to a thousand', (count, last) => {
    const many = named(count, () => 'a b');
    const found = toDifferences(headers([many, many], [{}, {}]));
    expect(found.length).toBe(Math.min(count, 1001));
    const regions = { us: 'always there', eu: 'never there' };
    expect(found.at(-1)).toMatchObject({ what: 'header', where: last, regions });
  });

  test('what is beyond the limit and not alike is various', () => {
    const saying = (word: string) => named(1010, (index) => `${word} ${'x'.repeat(index)}`);
    const [here, there] = [saying('here'), saying('there')];
    const found = toDifferences(headers([here, here], [there, there]));
    expect(found.at(-1)).toMatchObject({ where: 'and 10 more', regions: { us: 'various', eu: 'various' } });
  });
});
