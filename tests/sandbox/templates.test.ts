import { expect, test } from 'vitest';
import { runPlain } from '../fixtures/newman.ts';
import { build, openText } from '../fixtures/open.ts';
import { itemsOf, read } from '../fixtures/postman.ts';
import { withServer } from '../fixtures/server.ts';

const id = { type: 'string' };
const item = { type: 'object', required: ['id'], properties: { id, state: id } };
const json = (schema: object): object => ({ content: { 'application/json': { schema } } });
const parameter = (name: string, place: string, more: object = {}): object => ({
  name,
  in: place,
  required: place === 'path',
  schema: id,
  ...more,
});
const page = { number: 'page', size: 'size', total: '/total' };
const whole = { type: 'integer', minimum: 1 };
const description = {
  openapi: '3.1.0',
  info: { title: 'Lab', version: '1' },
  security: [{ key: [] }],
  components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  paths: {
    '/items': {
      get: {
        operationId: 'listItems',
        parameters: [
          parameter('page', 'query', { schema: whole }),
          parameter('size', 'query', { schema: whole }),
          parameter('state', 'query'),
        ],
        'x-contract': {
          list: {
            items: '/items',
            identity: '/id',
            page,
            filters: { state: { property: '/state', keep: 'equals' } },
            detail: { operation: 'getItem', parameter: 'id' },
          },
        },
        responses: {
          200: {
            description: 'It.',
            ...json({ type: 'object', properties: { items: { type: 'array', items: item }, total: whole } }),
          },
          401: { description: 'No.' },
        },
      },
    },
    '/items/{id}': {
      get: {
        operationId: 'getItem',
        parameters: [parameter('id', 'path', { 'x-variable': 'item' })],
        responses: { 200: { description: 'It.', ...json(item) } },
      },
    },
  },
};
const secret = 'tok-secret-0001';

/** What a server sees of the suite whose list has items with this id and state, and what newman reports. */
async function runWith(text: string, more: Readonly<Record<string, string>> = {}) {
  const { files } = await build(await openText(description));
  const collection = read(files, '.contract.postman_collection.json');
  const items = ['a', 'b', text].map((one) => ({ id: one, state: one }));
  const urls: string[] = [];
  const seen = await withServer(
    ({ url = '' }) => {
      urls.push(url);
      const { pathname, searchParams } = new URL(url, 'http://x');
      const size = Number(searchParams.get('size') ?? 3);
      const from = (Number(searchParams.get('page') ?? 1) - 1) * size;
      const body = pathname === '/items' ? { items: items.slice(from, from + size), total: 3 } : items[2];
      const headers = { 'Content-Type': 'application/json', Location: '/{{token}}', 'X-A': '{{token}}' };
      return { headers, body: JSON.stringify({ ...body, '{{token}}': '{{token}}' }) };
    },
    (url) => runPlain(collection, { token: secret, 'base-url': url, ...more }),
  );
  const tests = itemsOf(collection).flatMap(({ id: one }) => seen.get(one)?.tests ?? []);
  const left = [...seen.values()].flatMap((one) => one.outcomes ?? []);
  return { urls, tests, left, outcomes: left.map((one) => JSON.stringify(JSON.parse(one))).join('\n') };
}

test.each(['{{token}}', '{{$guid}}', '{{a{{token}}}}', 'x{'])(
  'an id %s of a response is not sent back, and that is reported',
  async (text) => {
    const { urls, tests, outcomes } = await runWith(text, { item: 'a' });
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => /%7B|\{|secret|[0-9a-f]{8}-/i.test(url))).toEqual([]);
    expect(outcomes).toContain('the value of listItems.identity holds `{{`, or ends in `{`');
    expect(tests.join('\n')).toContain('failed not sent: the value of listItems.identity holds `{{`');
  },
);

test('what an environment holds is not taken for the value of a response', async () => {
  const stray = {
    'listItems.page': '{{token}}',
    'listItems.size': '{{token}}',
  };
  const { urls } = await runWith('c', stray);
  expect(urls.some((url) => /page=1/.test(url))).toBe(true);
  expect(urls.filter((url) => url.includes('secret'))).toEqual([]);
});

test.each([
  ['{{token}}', true],
  ['a{{token}}', true],
  ['a\n{{token}}', true],
  ['a\r{{token}}', true],
  ['x{', true],
  ['a\n{', true],
  ['a\nb', false],
  ['{a}', false],
  ['', true],
  ['another', false],
])('whether another token that is %j is left out: %s', async (text, wanted) => {
  const { tests } = await runWith('c', { other_region_token: text });
  const reason = 'skipped not sent: there is no other_region_token, or it still holds its placeholder';
  expect(tests.includes(reason)).toBe(wanted);
});

test('what a check leaves for the runner holds no template, and says the same', async () => {
  const { left, outcomes } = await runWith('{{token}}', { item: 'a' });
  expect(left.join('')).not.toContain('{{');
  expect(outcomes).toContain('{{token}}');
});

/** A second server gets no token; a response of the first one gives a value for requests to it. */
const shown = {
  ...description,
  paths: {
    '/items': {
      get: {
        operationId: 'listItems',
        responses: { 200: { description: 'It.', ...json(item) }, 401: { description: 'No.' } },
      },
    },
    '/other': {
      servers: [{ url: 'https://other.example', 'x-variable': 'other-url' }],
      get: {
        operationId: 'getOther',
        security: [],
        parameters: [
          parameter('q', 'query', {
            'x-variable': 'shown',
            'x-contract': { discover: { operation: 'listItems', property: '/id' } },
          }),
          parameter('n', 'query', { schema: whole, example: 2 }),
        ],
        responses: { 200: { description: 'It.', ...json({}) } },
      },
    },
  },
};

test.each([
  ['{{token}}', false],
  ['x{', false],
  ['fine', true],
])('a found value that becomes %s later in a folder is sent: %s', async (text, wanted) => {
  const { files } = await build(await openText(shown));
  const collection = read(files, '.contract.postman_collection.json');
  const first = itemsOf(collection).find(({ request }) => JSON.stringify(request).includes('other-url'));
  first?.event
    .find(({ listen }) => listen === 'test')
    ?.script.exec.push(`pm.variables.set('shown', ${JSON.stringify(text)});`);
  const urls: string[] = [];
  await withServer(
    ({ url = '' }) => {
      urls.push(url);
      return { headers: { 'Content-Type': 'application/json' }, body: '{"id":"a"}' };
    },
    (url) => runPlain(collection, { token: secret, 'base-url': url, 'other-url': url }),
  );
  const others = urls.filter((url) => url.startsWith('/other'));
  expect(others.length).toBeGreaterThan(0);
  expect(others.some((url) => url.includes('q=fine'))).toBe(wanted);
  expect(others.filter((url) => /%7B|\{|secret/i.test(url))).toEqual([]);
});
