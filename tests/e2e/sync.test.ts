import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PostmanApi, startPostmanApi, workspaceId } from '../fixtures/postman-api.ts';
import { type Json, objectsIn, uidOf } from '../fixtures/postman-collection.ts';
import { bin, key, sync, syncChanged, writesOf } from './sync.ts';

let api: PostmanApi;
beforeEach(async () => {
  api = await startPostmanApi();
});
afterEach(() => api.close());

const longer = (text: string): string => text.replace('Tells the time.', 'Tells what time it is.');

function variableIn(content: Json | undefined, name: string): unknown {
  const all = [...objectsIn(content?.values), ...objectsIn(content?.variable)];
  return all.find((variable) => variable.key === name)?.value;
}

test('a dry run tells what it would create, and sends nothing but GETs', async () => {
  const { code, out, err } = await sync(api, [], key, bin);
  expect(out).toBe(`Workspace Rivery (team, ${workspaceId})

+ create     collection   Clock
+ create     collection   Clock, contract
+ create     environment  Clock (us)

Dry run: nothing was changed. With --apply: 3 to create.`);
  expect([code, err, writesOf(api)]).toEqual([0, '', []]);
});

test('what was created is found again, and a second run sends nothing', async () => {
  const first = await sync(api, ['--apply'], key, bin);
  expect(first.out).toContain('\n3 created.');
  expect(writesOf(api)).toEqual(['POST /collections', 'POST /collections', 'POST /environments']);
  const second = await sync(api, ['--apply', '--workspace', 'Rivery'], key, bin);
  expect(second.out).toContain('= unchanged  environment  Clock (us)\n\n3 unchanged.');
  expect([first.code, second.code, writesOf(api).length]).toEqual([0, 0, 3]);
});

test("Rivery's own description: two collections and an environment for each region, none for the simulator", async () => {
  const spec = ['--spec', 'spec/rivery.openapi.yaml'];
  const first = await sync(api, [...spec, '--apply']);
  expect(first.out).toContain('\n4 created.');
  expect(api.environments.map(({ content }) => content.name)).toEqual([
    'Rivery API: runs and activities (us)',
    'Rivery API: runs and activities (eu)',
  ]);
  const second = await sync(api, [...spec, '--apply']);
  expect(second.out).toContain('\n4 unchanged.');
  expect(writesOf(api)).toHaveLength(4);
});

describe('what is there', () => {
  beforeEach(() => sync(api, ['--apply']));

  test('a change of the description replaces ours alone, and requests keep their ids', async () => {
    const [ours] = api.collections;
    const idsBefore = JSON.stringify(ours?.content).match(/"id":"[^"]+"/g);
    const copy = { workspace: workspaceId, id: 'f-1', content: structuredClone(ours?.content ?? {}) };
    const foreign = { ...copy, content: { ...copy.content, variable: [] } };
    const fork = { ...copy, id: 'f-2', fork: true };
    api.collections.push(foreign, fork);
    const before = JSON.stringify([foreign, fork]);
    const plan = await syncChanged(api, longer);
    expect(plan.out).toContain('~ update     collection   Clock\n    ~ info.description\n');
    const { code, out } = await syncChanged(api, longer, ['--apply']);
    expect(out).toContain('\n1 updated, 2 unchanged.');
    expect([code, writesOf(api).slice(3)]).toEqual([0, [`PUT /collections/${uidOf(ours?.id ?? '')}`]]);
    expect(JSON.stringify([foreign, fork])).toBe(before);
    expect(JSON.stringify(ours?.content)).toContain('Tells what time it is.');
    const idsAfter = JSON.stringify(ours?.content).match(/"id":"[^"]+"/g);
    expect(idsAfter?.filter((id) => idsBefore?.includes(id)).length).toBeGreaterThan(2);
  });

  test('what people add to a collection of ours is said to go', async () => {
    const [collection] = api.collections;
    if (collection === undefined) throw new Error('none');
    collection.content = {
      ...collection.content,
      item: [...objectsIn(collection.content.item), { name: 'Mine', item: [] }],
    };
    expect((await sync(api)).out).toContain('~ update     collection   Clock\n    - Mine\n');
  });

  test('what people add to a part of ours is named before it goes, and is no reason to send', async () => {
    const [collection] = api.collections;
    if (collection === undefined) throw new Error('none');
    const auth = { type: 'basic', basic: [{ key: 'password', value: 'geheim' }] };
    const [item] = objectsIn(collection.content.item);
    collection.content = { ...collection.content, item: [{ ...item, auth }] };
    const alone = await sync(api, ['--apply']);
    expect(alone.out).toContain(
      `= unchanged  collection   Clock\n    keeps auth of ${item?.name} (only in Postman)\n`,
    );
    expect([alone.code, writesOf(api).length, JSON.stringify(collection.content.item)]).toEqual([
      0,
      3,
      expect.stringContaining('geheim'),
    ]);
    const plan = await syncChanged(api, longer);
    const lost = `update     collection   Clock\n    ~ info.description\n    - auth of ${item?.name} (only in Postman)\n`;
    expect(plan.out).toContain(lost);
    const done = await syncChanged(api, longer, ['--apply']);
    expect(done.out).toContain(lost.replace('update ', 'updated'));
    expect(JSON.stringify(collection.content.item)).not.toContain('geheim');
    expect(plan.out + done.out).not.toContain('geheim');
  });

  test('each loss is named, however many there are', async () => {
    const [collection] = api.collections;
    if (collection === undefined) throw new Error('none');
    const own = Array.from({ length: 20 }, (_, index) => ({ name: `Mine ${index}`, item: [] }));
    collection.content = { ...collection.content, item: [...objectsIn(collection.content.item), ...own] };
    expect((await sync(api)).out.match(/^ {4}- Mine \d+$/gm)).toHaveLength(20);
  });

  test('a base URL that changed in the description is told beside the one that stays', async () => {
    const moved = (text: string): string => text.replaceAll('https://a.example', 'https://new.example');
    const { out } = await syncChanged(api, moved, ['--apply']);
    expect(out).toContain(`= unchanged  environment  Clock (us)
    keeps a value of base-url that is not the generated one:
      in Postman  https://a.example
      generated   https://new.example
    To get the generated value, delete the variable in Postman and sync again.
`);
    const [environment] = api.environments;
    if (environment === undefined) throw new Error('none');
    const values = objectsIn(environment.content.values).filter(({ key }) => key !== 'base-url');
    environment.content = { ...environment.content, values };
    await syncChanged(api, moved, ['--apply']);
    expect(variableIn(environment.content, 'base-url')).toBe('https://new.example');
  });

  test('filled-in values and own variables stay, in environments and collections; none is printed', async () => {
    const [environment] = api.environments;
    const [collection] = api.collections;
    if (environment === undefined || collection === undefined) throw new Error('none');
    const filled = (list: unknown): Json[] => [
      ...objectsIn(list)
        .filter((one) => one.key !== 'region')
        .map((one) => (one.key === 'token' ? { ...one, value: 'filled-in-by-hand' } : one)),
      { key: 'my own', value: 'kept' },
    ];
    environment.content = { ...environment.content, values: filled(environment.content.values) };
    collection.content = { ...collection.content, variable: filled(collection.content.variable) };
    const { code, out, err } = await sync(api, ['--apply']);
    expect(out).toContain(
      '~ updated    environment  Clock (us)\n    + variable region\n    keeps its own value of token\n',
    );
    expect(out + err).not.toContain('filled-in-by-hand');
    for (const { content } of [environment, collection]) {
      expect(['token', 'my own', 'region'].map((name) => variableIn(content, name))).toEqual([
        'filled-in-by-hand',
        'kept',
        'us',
      ]);
    }
    // What is in an environment isn't sent back, so nothing can be lost on the way.
    const patch = api.log.filter(({ method }) => method === 'PATCH');
    expect(JSON.stringify(patch)).not.toContain('filled-in-by-hand');
    expect([code, (await sync(api, ['--apply'])).out]).toEqual([0, expect.stringContaining('3 unchanged.')]);
  });

  test('two copies of ours are refused by their ids, and nothing is sent', async () => {
    const [ours] = api.collections;
    api.collections.push({ workspace: workspaceId, id: 'copy', content: ours?.content ?? {} });
    const { code, err } = await sync(api, ['--apply']);
    expect(err).toContain('the workspace has the collection `Clock` more than once: ');
    expect(err).toContain(`${uidOf(ours?.id ?? '')} and ${uidOf('copy')}`);
    expect([code, writesOf(api).length]).toEqual([4, 3]);
  });
});

test.each([1000, 50])(
  'ours is found among more collections than one page of them has, of %i at most',
  async (most) => {
    api.longestPage = most;
    const others = Array.from({ length: 120 }, (_, index) => `c-${index}`);
    for (const id of others)
      api.collections.push({ workspace: workspaceId, id, content: { info: { name: id } } });
    await sync(api, ['--apply']);
    expect((await sync(api, ['--apply'])).out).toContain('\n3 unchanged.');
  },
);

test('a namesake that is not ours is named, and stays', async () => {
  api.collections.push({
    workspace: workspaceId,
    id: 'theirs',
    content: { info: { name: 'Clock' }, item: [] },
  });
  const { out } = await sync(api, ['--apply']);
  expect(out).toContain(
    `another one with this name is not ours and stays as it is:\n      ${uidOf('theirs')}`,
  );
  expect(api.collections.map(({ content }) => objectsIn(content.item).length)).toEqual([0, 1, 1]);
});
