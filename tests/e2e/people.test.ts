import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPrograms } from '../fixtures/programs.ts';
import { sampleOf } from '../fixtures/sample.ts';
import { type Local, startLocal } from './local.ts';
import { execute, runNewman } from './run-newman.ts';

/** What people do without our runner: Postman's collection, the contract collection, curl and Python. */
let local: Local;
beforeAll(async () => {
  local = await startLocal();
});
afterAll(() => local.simulator.close());

function variablesOf(name: string, { simulator } = local): Record<string, string> {
  const region = simulator.regions.find((one) => one.name === name);
  if (region === undefined) throw new Error(`no region ${name}`);
  return { ...region.variables, 'base-url': region.url, 'run-base-url': region.url };
}

describe.each(sampleOf(['us', 'eu'], 1))('in %s', (name) => {
  test('the collection for people: nine requests, an empty time window, all checks pass', async () => {
    const summary = await runNewman('collections/rivery.postman_collection.json', {
      ...variablesOf(name),
      allow_run: 'true',
    });
    expect(summary.failures).toEqual([]);
    expect(summary.status).toBe(0);
    expect(summary.requests).toBe(9);
    expect(summary.assertions).toBeGreaterThan(9 * 5);
  });

  test('the contract collection by plain newman', async () => {
    const variables = { ...variablesOf(name), allow_run: 'false' };
    const summary = await runNewman('collections/rivery.contract.postman_collection.json', variables);
    expect(summary.failures).toEqual([]);
    expect(summary.status).toBe(0);
    expect(summary.requests).toBeGreaterThan(100);
    expect(summary.requests).toBeLessThanOrEqual(120);
  });

  test.each(['Get Activities', 'Get River Activities Runs'])('the folder %s of it alone', async (folder) => {
    const collection = 'collections/rivery.contract.postman_collection.json';
    const summary = await runNewman(collection, variablesOf(name), ['--folder', folder]);
    expect(summary.failures).toEqual([]);
    expect(summary.status).toBe(0);
    expect(summary.requests).toBeGreaterThan(10);
  });
});

describe.each(sampleOf(['us', 'eu'], 1))('in %s, from a shell', (name) => {
  // A river can be started twice a minute, so each is fresh.
  const startFresh = async () => {
    const fresh = await startLocal();
    const { 'base-url': url = '', token = '', river_id = '' } = variablesOf(name, fresh);
    return { url, token, river_id, close: () => fresh.simulator.close() };
  };

  test.skipIf(!hasPrograms('curl'))("the vendor's curl call starts a run", async () => {
    const { url, token, river_id, close } = await startFresh();
    const headers = [
      'accept: application/json',
      `Authorization: Bearer ${token}`,
      'Content-Type: application/json',
    ];
    const options = ['-sS', '-X', 'POST', ...headers.flatMap((header) => ['-H', header])];
    const { out } = await execute('curl', [...options, `${url}/api/run`, '-d', JSON.stringify({ river_id })]);
    expect(JSON.parse(out)).toMatchObject({ river_id });
    await close();
  });

  test.skipIf(!hasPrograms('requests'))("the vendor's Python call starts a run", async () => {
    const { url, token, river_id, close } = await startFresh();
    const program = [
      'import json, os, requests',
      'headers = {"accept": "application/json", "Content-Type": "application/json",',
      '           "Authorization": "Bearer " + os.environ["TOKEN"]}',
      'body = json.dumps({"river_id": os.environ["RIVER"]})',
      'print(json.dumps(requests.post(os.environ["BASE"] + "/run", data=body, headers=headers).json()))',
    ];
    const env = { TOKEN: token, RIVER: river_id, BASE: url };
    const python = await execute('/usr/bin/python3', ['-c', program.join('\n')], env);
    expect(JSON.parse(python.out), python.err).toMatchObject({
      river_id,
      run_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    await close();
  });
});

test('the collection for people says in words what is missing, and sends nothing', async () => {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const summary = await runNewman('collections/rivery.postman_collection.json', {
    ...variablesOf('us'),
    'base-url': `http://127.0.0.1:${port}`,
    'run-base-url': `http://127.0.0.1:${port}`,
    account_id: '<your_account_id>',
    river_id: 'abc/def',
    token: '',
  });
  expect(summary.status).toBe(1);
  const messages = summary.failures.join('\n');
  expect(messages).toContain('`token` is not set.');
  expect(messages).toContain('`account_id` still holds its placeholder.');
  expect(messages).toContain('`river_id` holds a slash');
  server.close();
  expect(requests).toBe(0);
});
