import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { RunResult } from '../../scripts/model/run-result.ts';
import { withFiles } from '../fixtures/open.ts';
import { type Reply, withServer } from '../fixtures/server.ts';
import { call } from './call.ts';

const items = Array.from({ length: 7 }, (_, index) => ({ id: index + 1, state: index % 2 ? 'new' : 'old' }));
const perPage = 3;

const parts = {
  'its number only': {},
  'number and total': { total: '/total' },
  'number and next': { next: '/next' },
  'all of them': { total: '/total', next: '/next', echo: '/page' },
} as const;

const ok = { description: 'It.', content: { 'application/json': { schema: { type: 'object' } } } };

function describeList(more: object): string {
  const parameter = (name: string, schema: object) => ({ name, in: 'query', description: name, schema });
  const parameters = [
    parameter('page', { type: 'integer', minimum: 1, default: 1 }),
    parameter('state', { type: 'string', enum: ['new', 'old'] }),
  ];
  const page = { number: 'page', ...more };
  const filters = { state: { keep: 'equals', property: '/state' } };
  const list = { items: '/items', identity: '/id', page, filters };
  const properties = {
    items: {
      type: 'array',
      items: { type: 'object', properties: { id: { type: 'integer' }, state: { type: 'string' } } },
    },
    ...{ page: { type: 'integer' }, total: { type: 'integer' }, next: { type: ['string', 'null'] } },
  };
  const content = { 'application/json': { schema: { type: 'object', properties } } };
  return stringify({
    ...{ openapi: '3.1.0', info: { title: 'Pages', version: '1' }, servers: [{ url: 'https://a.example' }] },
    paths: {
      '/things': {
        get: {
          ...{ operationId: 'listThings', summary: 'Things', description: 'Things.', parameters },
          responses: { 200: { ...ok, content }, '4XX': { description: 'A mistake.' } },
          'x-contract': { list },
        },
      },
    },
  });
}

/** What a server says whose pages have three items each; `shift` of them stand on the page before, too. */
function answer(url: string, shift: number) {
  const query = new URL(url, 'http://a').searchParams;
  const number = Number(query.get('page') ?? 1);
  const state = query.get('state');
  const bad = !Number.isInteger(number) || number < 1 || !['new', 'old', null].includes(state);
  if (bad) return { status: 422 };
  const all = items.filter((item) => state === null || item.state === state);
  const start = Math.max(0, (number - 1) * perPage - shift);
  const end = number * perPage;
  const body = {
    items: all.slice(start, end),
    ...{ page: number, total: all.length, next: end < all.length ? `/things?page=${number + 1}` : null },
  };
  return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

function run(more: object, shift = 0) {
  return runAgainst((url) => answer(url, shift), more);
}

/** Runs the suite against a server, and tells what it prints, and its reports. */
async function runAgainst(reply: (url: string) => Reply, more: object) {
  return withServer(
    ({ method, url = '' }) => (method === 'GET' ? reply(url) : { status: 405, headers: { Allow: 'GET' } }),
    (url) =>
      withFiles({ 'pages.yaml': describeList(more) }, async (folder) => {
        const options = ['--quiet', '--spec', join(folder, 'pages.yaml'), '--report-dir', folder];
        const called = await call(['contract', ...options, '--base-url', `default=${url}`], {});
        const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => 'null');
        const result: RunResult = JSON.parse(await read('result.json'));
        return { ...called, result, har: JSON.parse(await read('run.har')), html: await read('report.html') };
      }),
  );
}

test.each(Object.entries(parts))('pages that tell %s are walked through', async (_, more) => {
  const { code, out, err } = await run(more);
  expect({ code, out, err }).toMatchObject({ code: 0, out: expect.stringContaining('The contract is kept') });
});

test.each(Object.entries(parts))('an item that stands on two pages is found (%s)', async (_, more) => {
  const { code, out } = await run(more, 1);
  expect(code).toBe(1);
  expect(out).toMatch(/is in the list more than once|not the part of the whole list/);
});

test('what is wrong on the first page is shown with that page, however many come after it', async () => {
  const wrong = (url: string): Reply => {
    const reply = answer(url, 0);
    const isFirst = Number(new URL(url, 'http://a').searchParams.get('page') ?? 1) === 1;
    return isFirst && 'body' in reply
      ? { ...reply, body: reply.body?.replace('"old"', '4711') ?? '' }
      : reply;
  };
  const { code, result, har, html } = await runAgainst(wrong, { total: '/total' });
  expect(code).toBe(1);
  const finding = result.findings.find((one) => one.check === 'schema' && one.case === 'whole-list');
  expect(finding).toMatchObject({ actual: expect.stringContaining('4711') });
  expect(finding?.curl).not.toMatch(/page=[23]/);
  // The first request of all is the first page.
  expect(JSON.stringify(har.log.entries[0].response.content)).toContain('4711');
  expect(html).toContain('4711');
});

test('a description without operations is a problem of its own', async () => {
  const empty = stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {} });
  const called = await withFiles({ 'empty.yaml': empty }, (folder) =>
    call(['contract', '--spec', join(folder, 'empty.yaml')], {}),
  );
  expect(called).toMatchObject({ code: 2, err: expect.stringContaining('nothing to send') });
});
