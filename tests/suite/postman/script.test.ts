import { describe, expect, test } from 'vitest';
import { allowRunVariable } from '../../../scripts/model/reserved-names.ts';
import { itemId } from '../../../scripts/suite/postman/contract-collection.ts';
import { guardScript, scriptOf } from '../../../scripts/suite/postman/script.ts';
import { runPlain } from '../../fixtures/newman.ts';
import { build, openText } from '../../fixtures/open.ts';
import { itemsOf, read, type Written } from '../../fixtures/postman.ts';
import { withServer } from '../../fixtures/server.ts';

/** Without a tag the request itself brings the code of its checks, and has a guard besides. */
const opened = await openText({
  openapi: '3.1.0',
  info: { title: 'Untagged', version: '1' },
  servers: [{ url: 'https://a.example', 'x-region': 'one' }],
  paths: {
    '/buy': {
      post: {
        operationId: 'buy',
        summary: 'Buy',
        'x-contract': { effects: 'costs' },
        responses: { 200: { description: 'Bought.' } },
      },
    },
  },
});
const { files, plan } = await build(opened);
const people = read(files, 'api.postman_collection.json');
const contract = read(files, '.contract.postman_collection.json');

describe.each([
  ['the Postman collection', people],
  ['the contract collection', contract],
])('%s', (_, collection: Written) => {
  const [first = expect.fail()] = itemsOf(collection);

  test('a request that costs has one script before it, and its guard decides first', () => {
    expect(first.event.map(({ listen }) => listen)).toEqual(['prerequest', 'test']);
    expect(scriptOf(first, 'prerequest').startsWith(guardScript)).toBe(true);
  });

  test.each([
    ['', []],
    ['true', ['POST /buy']],
  ])('with allow_run %j it sends %j', async (allowed, wanted) => {
    const { asked, seen } = await send(collection, allowed);
    expect(asked.slice(0, 1)).toEqual(wanted);
    expect(seen.get(first.id)?.scriptError).toBeUndefined();
  });

  test('it sends nothing that costs when the code of the checks breaks', async () => {
    const broken: Written = JSON.parse(JSON.stringify(collection));
    for (const { event } of itemsOf(broken))
      for (const { listen, script } of event)
        if (listen === 'prerequest')
          script.exec.splice(guardScript.split('\n').length, 0, 'throw new Error();');
    expect((await send(broken, '')).asked).toEqual([]);
  });
});

test('the first request of the contract collection is the case that is planned first', () => {
  const [first = expect.fail()] = plan.cases;
  expect(itemsOf(contract)[0]?.id).toBe(itemId(first));
});

async function send(collection: Written, allowed: string) {
  const asked: string[] = [];
  const seen = await withServer(
    ({ method, url }) => {
      asked.push(`${method} ${url}`);
      return {};
    },
    (url) => runPlain(collection, { 'base-url': url, [allowRunVariable]: allowed }),
  );
  return { asked, seen };
}
