import { beforeAll, describe, expect, test } from 'vitest';
import { isObject } from '../../scripts/base/read.ts';
import { toOutgoing } from '../../scripts/cases/outgoing.ts';
import { build, fixture, open, rivery } from '../fixtures/open.ts';
import { read, type WrittenEnvironment } from '../fixtures/postman.ts';
import { isDeep } from '../fixtures/sample.ts';
import { type Bruno, describeWithImporters, load } from './importers.ts';
import { toWanted, type Wanted } from './wanted.ts';

type Row = Readonly<Record<string, unknown>>;

let bruno: Bruno;

describeWithImporters('Bruno', () => {
  beforeAll(() => {
    bruno = load<Bruno>('@usebruno/converters');
  });

  test.each([rivery, fixture('shop.openapi.yaml')])('the collection for people, of %s', async (file) => {
    const opened = await open(file);
    const { stem, operations } = opened.api;
    const { files } = await build(opened);
    const requests = await importRequests(read(files, `${stem}.postman_collection.json`));
    expect([...requests.keys()]).toHaveLength(operations.length);
    for (const operation of operations)
      expect(requests.get(operation.summary)).toEqual(toWanted(operation, toOutgoing(operation)));
  });

  describe('of Rivery', async () => {
    const opened = await open(rivery);
    const { files, plan } = await build(opened);

    // It reads each of 120 scripts.
    const testDeep = isDeep ? test : () => undefined;
    testDeep('the collection for CI', async () => {
      const requests = await importRequests(read(files, '.contract.postman_collection.json'));
      expect([...requests.keys()]).toHaveLength(plan.cases.length);
      for (const { name, operation, outgoing } of plan.cases)
        expect(requests.get(name), name).toEqual(toWanted(operation, outgoing));
    });

    test.each(opened.api.regions)('the environment of $name', async ({ name }) => {
      const written = read<WrittenEnvironment>(files, `.${name}.postman_environment.json`);
      const { variables } = row(await bruno.postmanToBrunoEnvironment(written));
      expect(rows(variables).map(({ name: key, value, secret }) => [key, value, secret])).toEqual(
        written.values.map(({ key, value, type }) => [key, value, type === 'secret']),
      );
    });
  });
});

/** The requests of a collection as Bruno has them after it read it, by their names. */
async function importRequests(collection: unknown): Promise<ReadonlyMap<string, Wanted>> {
  const read = row(await bruno.postmanToBruno(collection));
  const { items, root } = row(read['collection'] ?? read);
  const common = row(row(row(root)['request'])['auth']);
  const requests = rows(items).flatMap((item) => (item['type'] === 'folder' ? rows(item['items']) : [item]));
  return new Map(requests.map(({ name, request }) => [String(name), toRequest(row(request), common)]));
}

function toRequest({ url, method, params, auth, body }: Row, common: Row): Wanted {
  const own = row(auth);
  const all = rows(params);
  const path = all.filter(({ type }) => type === 'path');
  const [address = ''] = String(url).split('?');
  return {
    method: String(method),
    url: path.reduce<string>((text, { name, value }) => text.replace(`:${name}`, String(value)), address),
    query: all
      .filter(({ type }) => type === 'query')
      .map(({ name, value, enabled }) => {
        const text = `${name}=${decodeURIComponent(String(value))}`;
        return enabled === true ? text : `(${text})`;
      }),
    auth: toAuth(own['mode'] === 'inherit' ? common : own),
    body: toBody(row(body)),
  };
}

function toAuth({ mode, bearer, basic, apikey }: Row): string[] {
  if (mode === 'bearer') return ['bearer', String(row(bearer)['token'])];
  if (mode === 'basic') return ['basic', String(row(basic)['username']), String(row(basic)['password'])];
  if (mode !== 'apikey') return [String(mode)];
  const { key, placement } = row(apikey);
  return ['apikey', String(key), String(placement)];
}

function toBody({ mode, ...body }: Row): unknown {
  const content = body[String(mode)];
  if (mode === 'none') return undefined;
  if (Array.isArray(content))
    return Object.fromEntries(rows(content).map(({ name, value }) => [name, value]));
  try {
    return JSON.parse(String(content));
  } catch {
    return content === '' ? undefined : content;
  }
}

function row(value: unknown): Row {
  return isObject(value) ? value : expect.fail(`no object: ${JSON.stringify(value)}`);
}

function rows(value: unknown): Row[] {
  return Array.isArray(value) ? value.map(row) : expect.fail(`no array: ${JSON.stringify(value)}`);
}
