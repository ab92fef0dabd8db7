import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CollectionFile } from '../../scripts/suite/postman/format.ts';
import { type Local, startLocal } from './local.ts';
import { runNewman } from './run-newman.ts';

let local: Local;
beforeAll(async () => {
  local = await startLocal();
});
afterAll(() => local.simulator.close());

const variables = (): Record<string, string> => {
  const [region = expect.fail()] = local.simulator.regions;
  return { ...region.variables, 'base-url': region.url, 'run-base-url': region.url, allow_run: 'true' };
};

test('a river that was only found is not run, in whatever order the folders are', async () => {
  const text = await readFile('collections/rivery.postman_collection.json', 'utf8');
  const collection: CollectionFile = JSON.parse(text);
  const file = join(await mkdtemp(join(tmpdir(), 'reversed-')), 'reversed.json');
  await writeFile(file, JSON.stringify({ ...collection, item: collection.item.toReversed() }));
  expect((await runNewman(file, variables())).failures).toEqual([]);
  const { failures } = await runNewman(file, { ...variables(), river_id: '' });
  expect(failures.join('\n')).toContain('`river_id` is not set, and one that was only found is not run');
});

test.each([
  ['Get Activities: page 2', 0],
  ['Get Activities: only river_type logic', 1],
])('%s alone says that the whole collection is to be run', async (name, requests) => {
  const collection = 'collections/rivery.contract.postman_collection.json';
  const summary = await runNewman(collection, variables(), ['--folder', name]);
  expect(summary.requests).toBe(requests);
  expect(summary.failures).toEqual([expect.stringContaining('Run the whole collection')]);
});
