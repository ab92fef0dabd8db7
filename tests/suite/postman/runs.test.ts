import { STATUS_CODES } from 'node:http';
import { expect, test } from 'vitest';
import type { Case } from '../../../scripts/cases/case.ts';
import type { Operation } from '../../../scripts/model/api.ts';
import { isJson } from '../../../scripts/model/media-type.ts';
import { itemId } from '../../../scripts/suite/postman/contract-collection.ts';
import { runPlain } from '../../fixtures/newman.ts';
import { build, fixture, fixtures, open } from '../../fixtures/open.ts';
import { itemsOf, read } from '../../fixtures/postman.ts';
import { type Reply, withServer } from '../../fixtures/server.ts';

const given = { 'shop-key': 'k', token: 't', username: 'u', password: 'p', tree: 'oak', owner: 'me' };
/** The first request of each operation, in the order of the run. */
const asked: Record<string, readonly string[]> = {
  'shop.openapi.yaml': ['GET /things', 'POST /things', 'GET /things/1', 'DELETE /things/1'],
  'archive.openapi.yaml': ['GET /trees/oak/nodes?kind=a&kind=b%26c&id=1,2', 'PUT /trees', 'HEAD /trees'],
};

test.each(fixtures)('the contract of %s is kept by its own examples', async (name) => {
  const { plan, files } = await build(await open(fixture(name)));
  const collection = read(files, '.contract.postman_collection.json');
  const sent = plan.cases.filter(({ guard }) => guard !== 'elsewhere');
  const { seen, requests } = await run(
    collection,
    sent.map(({ operation, statuses: [status], methods = [] }) =>
      status === undefined
        ? { status: 405, headers: { Allow: methods.join(', ') } }
        : toReply(operation, status),
    ),
    { allow_unsafe: 'true' },
  );
  expect(requests).toEqual(expect.arrayContaining([...(asked[name] ?? [])]));
  expect(requests).toHaveLength(sent.length);
  for (const testCase of sent) expectGreen(testCase, seen.get(itemId(testCase)));
});

test.each(fixtures)('of %s nothing is sent that may change something, unless it is allowed', async (name) => {
  const { files } = await build(await open(fixture(name)));
  const { requests } = await run(read(files, '.contract.postman_collection.json'), []);
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter((line) => !/^(GET|HEAD|OPTIONS) /.test(line))).toEqual([]);
});

test.each(fixtures)('the responses to the requests of %s are their own examples', async (name) => {
  const { api } = await open(fixture(name));
  const { files } = await build(await open(fixture(name)));
  const items = itemsOf(read(files, `${api.stem}.postman_collection.json`));
  const replies = items.map(({ name: summary }) => {
    const operation = api.operations.find((one) => one.summary === summary);
    if (operation === undefined) throw new Error(summary);
    return toReply(operation, operation.responses[0]?.status ?? '');
  });
  const { seen } = await run(read(files, `${api.stem}.postman_collection.json`), replies);
  const tests = items.flatMap(({ id }) => seen.get(id)?.tests ?? []);
  expect(tests.length).toBeGreaterThan(items.length);
  expect(tests.filter((line) => !line.startsWith('passed '))).toEqual([]);
});

test('a request without the first one of its folder says what is missing', async () => {
  const { files } = await build(await open(fixture('shop.openapi.yaml')));
  const { item, ...collection } = read(files, '.contract.postman_collection.json');
  const [first, ...others] = item.flatMap((folder) => ('item' in folder ? [folder.item] : []));
  const alone = others.find(({ length }) => length > 1)?.[1] ?? expect.fail();
  const { seen } = await run({ ...collection, item: [first?.[0], alone] }, [], { allow_unsafe: 'true' });
  expect(seen.get(alone.id)?.scriptError).toMatch(
    /^Nothing is known of `\w+`: the first request of its folder has to run before this one\.$/,
  );
});

async function run(
  collection: object,
  replies: readonly Reply[],
  more: Readonly<Record<string, string>> = {},
) {
  const requests: string[] = [];
  const seen = await withServer(
    ({ method, url }) => {
      requests.push(`${method} ${url}`);
      return replies[requests.length - 1] ?? { status: 500 };
    },
    (url) => runPlain(collection, { ...given, ...more, 'base-url': url }),
  );
  return { seen, requests };
}

function expectGreen(
  testCase: Case,
  seen: Awaited<ReturnType<typeof runPlain>> extends Map<string, infer S> ? S | undefined : never,
): void {
  expect(seen?.status).toBe(Number((testCase.statuses[0] ?? '405').replace('XX', '00')));
  expect(seen?.scriptError).toBeUndefined();
  expect(seen?.tests.length).toBeGreaterThan(0);
  expect(seen?.tests.filter((line) => !line.startsWith('passed '))).toEqual([]);
}

/** The documented response, with its first example. */
function toReply({ responses }: Operation, status: string): Reply {
  const content = responses.find((response) => response.status === status)?.contents[0];
  const code = Number(status.replace('XX', '00'));
  if (STATUS_CODES[code] === undefined) throw new Error(`no status to return: ${status}`);
  const headers = { Location: '/things/1', 'X-Total': '2' };
  if (content === undefined) return { status: code, headers };
  const value = content.examples[0]?.value;
  const body = isJson(content.mediaType) ? JSON.stringify(value) : String(value);
  return { status: code, headers: { ...headers, 'Content-Type': content.mediaType }, body };
}
