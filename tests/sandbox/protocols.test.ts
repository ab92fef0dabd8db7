import { beforeEach, expect, test, vi } from 'vitest';
import type { Expectation, OperationTable } from '../../scripts/model/expectation.ts';
import { checkResponse } from '../../scripts/sandbox/check.ts';
import { createMemory } from '../../scripts/sandbox/memory.ts';
import type { Pm } from '../../scripts/sandbox/pm.ts';
import { register } from '../../scripts/sandbox/tables.ts';
import { clause, host, ids, listOf } from './exchange.ts';

const paging = { ...clause('paging'), number: 'page', size: 'size', total: '/total', defaultSize: 2 };

const table: OperationTable = {
  pointer: '/paths/~1list',
  path: '/list',
  responses: { 200: { pointer: '', provenance: 'documented', contents: {}, headers: [] } },
  contract: {
    filters: {},
    relations: [],
    list: listOf({ page: paging }),
  },
  marks: {},
  derived: [{ variable: 'page', take: 'page' }],
  gives: {},
};

/** Requests of a run: the whole list, the part of it with one id, and others. */
const queries: Readonly<Record<string, string>> = {
  whole: '?page={page}',
  part: '?page=1',
  a: '?id=5',
  b: '?id=6',
  c: '?id=7',
  d: '?id=8',
};

/** A body, a status without a body, or no response. */
type Reply = object | number | undefined;

/** Runs the requests as Postman does, each with its next reply. Returns the requests that were sent, and what each left. */
function run(order: readonly string[], replies: Readonly<Record<string, readonly Reply[]>>) {
  const memory = createMemory();
  register({ operations: { list: table }, provenances: {}, validators: [], described: [] }, memory.tables);
  const sent: string[] = [];
  const left = new Map<string, unknown>();
  const variables = new Map<string, unknown>([['page', '1']]);
  let next: string | null | undefined = order[0];
  while (next) {
    const id: string = next;
    const url = `${host}/list${queries[id]?.replace('{page}', String(variables.get('page')))}`;
    const reply = replies[id]?.[sent.filter((one) => one === id).length];
    sent.push(id);
    next = order[order.indexOf(id) + 1];
    const pm: Pm = {
      info: { requestId: id },
      response: {
        ...(reply !== undefined && { code: typeof reply === 'number' ? reply : 200 }),
        status: '',
        responseTime: 1,
        headers: { get: () => undefined, all: () => [] },
        text: () => JSON.stringify(reply),
      },
      request: { method: 'GET', toJSON: () => ({}), url: { toString: () => url } },
      variables: {
        get: (name) => variables.get(name),
        set: (name, value) => variables.set(name, value),
        replaceIn: (text) => text,
      },
      collectionVariables: { set: () => undefined },
      execution: {
        skipRequest: () => undefined,
        setNextRequest: (item) => {
          next = item;
        },
      },
      test: Object.assign(() => undefined, { skip: () => undefined }),
    };
    const remember = id === 'whole' && { remember: true as const };
    const expectation: Expectation = { operation: 'list', case: id, statuses: ['200'], ...remember };
    checkResponse(pm, memory, expectation, () => undefined);
    left.set(id, JSON.parse(String(variables.get('outcomes'))));
  }
  return { sent: sent.join(' '), left };
}

/** A page of the list, with the number of all items. */
const page = (total: number, ...all: number[]) => ({ ...ids(...all), total });

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

test('a whole list is fetched to its last page, and counts as one response', () => {
  const { sent, left } = run(['whole'], { whole: [page(5, 1, 2), page(5, 3, 4), page(5, 5)] });
  expect(sent).toBe('whole whole whole');
  expect(left.get('whole')).toMatchObject({ sent: 3 });
  expect(failedIn(left.get('whole'))).toEqual([]);
});

test('what is wrong with an earlier page, or an earlier attempt, is reported with the last page', () => {
  const { sent, left } = run(['whole'], { whole: [page(4, 1, 2, 3), undefined, page(4, 4)] });
  expect(sent).toBe('whole whole whole');
  expect(failedIn(left.get('whole'))).toContain('the page is larger than requested');
  expect(left.get('whole')).toMatchObject({ before: ['no response'], sent: 2 });
});

const isNot = 'it is not the part of the whole list that the request selects';

test.each([
  [
    'the same again: it counts',
    [
      [1, 2],
      [1, 2],
    ],
    [
      [1, 9],
      [1, 9],
    ],
    'failed',
    undefined,
  ],
  [
    'gone, and nothing else has changed: flaky',
    [
      [1, 2],
      [1, 2],
    ],
    [
      [1, 9],
      [1, 2],
    ],
    undefined,
    [isNot],
  ],
  [
    'gone, because the list has changed',
    [
      [1, 2],
      [1, 3],
    ],
    [
      [1, 9],
      [1, 3],
    ],
    undefined,
    undefined,
  ],
  [
    'another one, until the list stays',
    [
      [1, 2],
      [1, 3],
      [1, 3],
    ],
    [
      [1, 9],
      [1, 8],
      [1, 7],
    ],
    'failed',
    undefined,
  ],
  [
    'another one each time: inconclusive',
    [
      [1, 2],
      [1, 3],
      [1, 4],
      [1, 5],
    ],
    [
      [1, 9],
      [1, 8],
      [1, 7],
      [1, 6],
    ],
    'inconclusive',
    undefined,
  ],
] as const)('after a recheck the mismatch is %s', (_, lists, parts, verdict, before) => {
  const { sent, left } = run(['whole', 'part'], {
    whole: lists.map((all) => page(2, ...all)),
    part: parts.map((all) => ids(...all)),
  });
  expect(sent).toBe(parts.map(() => 'whole part').join(' '));
  const outcomes = outcomesIn(left.get('part')).filter(
    ({ check, verdict: found }) => check === 'paging' && found !== 'passed',
  );
  expect(outcomes.map((one) => one.verdict)).toEqual(verdict === undefined ? [] : [verdict]);
  expect(Object(left.get('part')).before).toEqual(before);
});

test('a recheck fetches all pages of the list again', () => {
  const list = [page(3, 1, 2), page(3, 3)];
  const { sent } = run(['whole', 'part'], { whole: [...list, ...list], part: [ids(1, 9), ids(1, 2)] });
  expect(sent).toBe('whole whole part whole whole part');
});

test('five requests in a row without a response end the run, and a page between them begins a new row', () => {
  const silent = [undefined, undefined, undefined];
  const others = { a: silent, b: silent, c: silent, d: silent };
  const three = (id: string) => `${id} ${id} ${id}`;
  const row = ['a', 'b', 'c', 'd'];
  const { sent } = run([...row, 'part', 'whole'], { ...others, part: silent });
  expect(sent).toBe([...row, 'part'].map(three).join(' '));
  const paged = run([...row, 'whole', 'part'], {
    ...others,
    whole: [page(3, 1, 2), ...silent],
    part: [ids(1, 2)],
  });
  expect(paged.sent).toBe([...row.map(three), 'whole whole whole whole', 'part'].join(' '));
});

type Brief = { readonly check: string; readonly verdict: string; readonly message: string };

function outcomesIn(left: unknown): readonly Brief[] {
  const { outcomes }: { outcomes: readonly Brief[] } = Object(left);
  return outcomes;
}

function failedIn(left: unknown): string[] {
  return outcomesIn(left).flatMap(({ verdict, message }) => (verdict === 'failed' ? [message] : []));
}
