import sdk from 'postman-collection';
import { describe, expect, test } from 'vitest';
import { otherTokenVariable } from '../../../scripts/model/reserved-names.ts';
import { buildFiles } from '../../../scripts/suite/build-files.ts';
import { printable } from '../../../scripts/suite/postman/files.ts';
import { runVariablesOf, secretNames } from '../../../scripts/suite/postman/run-variables.ts';
import { build, fixture, fixtures, open, openText, rivery } from '../../fixtures/open.ts';
import { itemsOf, read, type Written, type WrittenEnvironment } from '../../fixtures/postman.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const unresolved = /\{\{[^}]+\}\}/g;

const described: readonly (readonly [string, string])[] = [
  ['rivery', rivery],
  ...fixtures.map((name) => [name, fixture(name)] as const),
];

describe.each(described)('what is generated from %s', async (_, file) => {
  const opened = await open(file);
  const { plan, files } = await build(opened);
  const { api } = opened;
  const { operations, regions, variables } = api;
  const collections = files.filter(({ name }) => name.endsWith('postman_collection.json'));
  const environments = files.filter(({ name }) => name.endsWith('postman_environment.json'));
  const people = read(files, `${opened.api.stem}.postman_collection.json`);
  const contract = read(files, '.contract.postman_collection.json');

  test('the same bytes from the same description', async () => {
    const again = await buildFiles(await open(file), { out: () => undefined, err: () => undefined });
    expect(again?.files).toEqual(files);
  });

  test('two collections and an environment for each region', () => {
    expect(collections).toHaveLength(2);
    const own = environments.filter(({ name }) => !name.includes('simulator'));
    expect(own.map(({ name }) => name.split('.')[1])).toEqual(regions.map(({ name }) => name));
  });

  test('every operation once, every case once', () => {
    expect(
      itemsOf(people)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(operations.map(({ summary }) => summary).sort());
    expect(itemsOf(contract).map(({ name }) => name)).toEqual(plan.cases.map(({ name }) => name));
  });

  test.each(collections)('$name: the SDK reads it, and finds every request', ({ text }) => {
    const written: Written = JSON.parse(text);
    const found: string[] = [];
    new sdk.Collection(JSON.parse(text)).forEachItem((item) => found.push(item.id));
    expect(found).toEqual(itemsOf(written).map(({ id }) => id));
    expect(written.info.schema).toBe('https://schema.getpostman.com/json/collection/v2.1.0/collection.json');
  });

  test.each(collections)(
    '$name: the SDK reads in it what it read when it was composed, and is sent',
    ({ text }) => {
      const written = JSON.parse(text);
      expect(JSON.parse(JSON.stringify(printable(written)))).toEqual(written);
    },
  );

  test.each(collections)('$name: url.raw is what the SDK makes of the parts', ({ text }) => {
    for (const { request } of itemsOf(JSON.parse(text))) {
      const { raw, ...parts } = request.url;
      expect(raw).toBe(new sdk.Url(parts).toString());
    }
  });

  test.each(collections)('$name: nobody finds the same parameter twice in one state', ({ text }) => {
    for (const { name, request } of itemsOf(JSON.parse(text))) {
      const query = (request.url.query ?? []).map(
        ({ key, value, disabled }) => `${key}=${value} ${disabled}`,
      );
      const header = (request.header ?? []).map(({ key, disabled }) => `${key.toLowerCase()} ${disabled}`);
      for (const all of [query, header]) expect({ name, all }).toEqual({ name, all: [...new Set(all)] });
    }
  });

  test.each(files)('$name: nothing null or empty, and every id its own', ({ text }) => {
    const ids: string[] = [];
    visit(JSON.parse(text), (key, value) => {
      if (key === 'id' || key === '_postman_id') ids.push(String(value));
      expect(key).not.toBe('');
      expect(value).not.toBeNull();
      if (typeof value === 'object') expect(Object.keys(Object(value))).not.toEqual([]);
    });
    for (const id of ids) expect(id).toMatch(uuid);
    expect(ids).toEqual([...new Set(ids)]);
    expect(text.endsWith('}\n')).toBe(true);
  });

  test.each(collections)('$name: every variable that it uses is declared', ({ text }) => {
    const written: Written = JSON.parse(text);
    const requests = JSON.stringify([written.auth, itemsOf(written).map(({ request }) => request)]);
    const used = [...new Set(requests.match(unresolved))].map((name) => name.slice(2, -2));
    const declared = written.variable.map(({ key }) => key);
    // Names with a dot get their values from earlier responses.
    const given = used.filter((name) => !/^\w+\.\w+$/.test(name));
    expect(given.filter((name) => !declared.includes(name))).toEqual([]);
    const controls = runVariablesOf(api, '').map(({ name }) => name);
    const needed = declared.filter((name) => !controls.includes(name));
    expect(needed).toEqual(variables.map(({ name }) => name));
  });

  test.each(collections)('$name: variables are strings, and no secret has a value', ({ text }) => {
    const written: Written = JSON.parse(text);
    const secrets = secretNames(api);
    expect(new Set(written.variable.map(({ type }) => type))).toEqual(new Set(['string']));
    const own = written.variable.filter(({ key }) => secrets.has(key));
    expect(own.length).toBeGreaterThan(0);
    expect(own.map(({ value }) => value).join('')).toBe('');
  });

  test.each(collections)('$name: at most one script of each type on a request or folder', ({ text }) => {
    let scripts = 0;
    visit(JSON.parse(text), (key, value) => {
      if (key !== 'event' || !Array.isArray(value)) return;
      const types = value.map(({ listen }) => listen);
      expect(types).toEqual([...new Set(types)]);
      scripts += types.length;
    });
    expect(scripts).toBeGreaterThan(0);
  });

  test.each(environments.filter(({ name }) => !name.includes('simulator')))(
    '$name: no secret',
    ({ text }) => {
      const { values }: WrittenEnvironment = JSON.parse(text);
      const secrets = values.filter(({ type, key }) => type === 'secret' && key !== otherTokenVariable);
      expect(secrets.map(({ key }) => key)).toEqual(
        variables.filter(({ kind }) => kind === 'secret').map(({ name }) => name),
      );
      expect(secrets.map(({ value }) => value).join('')).toBe('');
    },
  );

  test.each(operations)('optional parameters of $summary are there, and off', ({ summary, parameters }) => {
    const { request } = itemsOf(people).find(({ name }) => name === summary) ?? {};
    const written = [...(request?.url.query ?? []), ...(request?.header ?? [])];
    const visible = parameters.filter(({ in: place }) => place === 'query' || place === 'header');
    for (const { name, required } of visible) {
      const own = written.filter(({ key }) => key === name || decodeURIComponent(key).startsWith(`${name}[`));
      const states = new Set(own.map(({ disabled }) => disabled === true));
      expect([name, ...states]).toEqual([name, !required]);
    }
  });

  test('every documented response has an example', () => {
    for (const operation of operations) {
      const item = itemsOf(people).find(({ name }) => name === operation.summary);
      const examples = item?.response ?? [];
      for (const { status } of operation.responses)
        expect(examples.map(({ name }) => name.split(' ')[0])).toContain(status);
      for (const { originalRequest } of examples) {
        expect(originalRequest.url.raw).toBe(item?.request.url.raw);
        expect(JSON.stringify(originalRequest)).not.toContain('"description"');
      }
    }
  });
});

function visit(value: unknown, see: (key: string, value: unknown) => void, key = 'root'): void {
  // A line of a script may be empty; its place is an array.
  if (key !== 'exec') see(key, value);
  if (typeof value !== 'object' || value === null || key === 'exec') return;
  for (const [name, part] of Object.entries(value)) visit(part, see, name);
}

test('a specification without operations gives collections with an empty list of requests', async () => {
  const { files } = await build(
    await openText({ openapi: '3.1.0', info: { title: 'Empty', version: '1' }, paths: {} }),
  );
  const written = files
    .filter(({ name }) => name.endsWith('collection.json'))
    .map(({ text }) => JSON.parse(text));
  expect(written.map(({ item }) => item)).toEqual([[], []]);
});
