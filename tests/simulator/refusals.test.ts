import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tokens } from '../../scripts/simulator/auth.ts';
import type { Simulator } from '../../scripts/simulator/simulator.ts';
import { caller, createClock, readDocument, readings, start, startLocal, wide } from './local.ts';

const clock = createClock();
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startLocal({ clock: clock.read });
});
afterAll(() => simulator.close());
beforeEach(() => {
  clock.now += 120_000;
});

const us = tokens('us');
const strangers = { none: '', unknown: 'nobody-knows-this', 'of the other region': tokens('eu').full };
const post = (body: string, more = {}) => ({ method: 'POST', body, ...more });
const unknown = '0123456789abcdef01234567';

describe('who asks', () => {
  test.each(Object.entries(strangers))('a token that is %s is refused by v1', async (_, token) => {
    const reply = await caller(simulator, 'us')(readings.getRiverActivitiesRuns, { token, query: wide });
    expect([reply.status, reply.body]).toEqual([401, { detail: 'Credentials are not valid' }]);
    expect(reply.headers.get('www-authenticate')).toBe('Bearer');
  });

  test.each(Object.entries(strangers))('a token that is %s is refused by /run', async (_, token) => {
    const reply = await caller(simulator, 'us')('/run', post('{}', { token }));
    expect([reply.status, reply.body]).toEqual([401, { message: 'The token is not valid' }]);
  });

  test.each(Object.entries(readings))('%s needs its scope', async (_, path) => {
    const ask = caller(simulator, 'us');
    const without = await ask(path, { token: us.withoutActivities, query: wide });
    expect([without.status, without.body]).toEqual([
      403,
      { detail: 'The token lacks the scope activity:list' },
    ]);
    expect((await ask(path, { token: us.withoutRun, query: wide })).status).toBe(200);
  });

  test('runRiver needs its scope', async () => {
    const ask = caller(simulator, 'us');
    const body = JSON.stringify({ river_id: simulator.regions[0]?.variables.river_id });
    const without = await ask('/run', post(body, { token: us.withoutRun }));
    expect([without.status, without.body]).toEqual([
      403,
      { message: 'The token lacks the scope river:execute' },
    ]);
    expect((await ask('/run', post(body, { token: us.withoutActivities }))).status).toBe(200);
  });

  test('the full token has whatever scope the spec names', async () => {
    const document = JSON.parse(JSON.stringify(readDocument()).replaceAll('activity:list', 'activity:read'));
    const renamed = await startLocal({ document, clock: clock.read });
    const reply = await caller(renamed, 'us')(readings.getActivities, { query: wide });
    await renamed.close();
    expect(reply.status).toBe(200);
  });
});

describe('where and what', () => {
  test.each([
    ['{account_id}', 403, 'The token does not reach this account'],
    ['{environment_id}', 403, 'The token does not reach this environment'],
    ['{river_id}', 404, `River ${unknown} was not found`],
  ])('an unknown %s is %i', async (part, status, detail) => {
    const reply = await caller(simulator, 'us')(readings.getRiverActivitiesRuns.replace(part, unknown), {
      query: wide,
    });
    expect([reply.status, reply.body]).toEqual([status, { detail }]);
  });

  test('an unknown run is 404', async () => {
    const id = unknown.slice(0, 16).repeat(2);
    const reply = await caller(simulator, 'us')(`${readings.getRiverActivitiesRuns}/${id}`);
    expect([reply.status, reply.body]).toEqual([404, { detail: `Run ${id} was not found` }]);
  });

  test('an unknown river cannot be run', async () => {
    const reply = await caller(simulator, 'us')('/run', post(JSON.stringify({ river_id: unknown })));
    expect([reply.status, reply.body]).toEqual([404, { message: `River ${unknown} was not found` }]);
  });

  test.each(['/', '/v1', '/v2/x', '//v1/accounts', '/run/', '/%E0%A4%A', '/api/v1'])(
    '%s is 404',
    async (path) => {
      const reply = await caller(simulator, 'us')(path);
      expect([reply.status, reply.body]).toEqual([404, { detail: 'Not Found' }]);
    },
  );

  test.each([
    ['DELETE', readings.getActivities, 'GET', { detail: 'Method Not Allowed' }],
    ['POST', readings.getRiverActivitiesRun, 'GET', { detail: 'Method Not Allowed' }],
    ['HEAD', readings.getActivities, 'GET', {}],
    ['GET', '/run', 'POST', { message: 'Method Not Allowed' }],
  ])('%s %s is 405', async (method, path, allow, body) => {
    const reply = await caller(simulator, 'us')(path, { method });
    expect([reply.status, reply.headers.get('allow'), reply.body]).toEqual([405, allow, body]);
  });
});

describe('the form of the request', () => {
  const runs = readings.getRiverActivitiesRuns;
  const malformed = runs.replace('{river_id}', 'zz');
  test.each([
    [runs, { end_time: wide.end_time }, 'missing', ['query', 'start_time'], null],
    [runs, { ...wide, start_time: 'x' }, 'string_pattern_mismatch', ['query', 'start_time'], 'x'],
    [
      runs,
      { ...wide, end_time: '2026-02-30T00:00:00' },
      'datetime_parsing',
      ['query', 'end_time'],
      '2026-02-30T00:00:00',
    ],
    [runs, { ...wide, page: '0' }, 'greater_than_equal', ['query', 'page'], '0'],
    [runs, { ...wide, page: '1.5' }, 'int_parsing', ['query', 'page'], '1.5'],
    [runs, { ...wide, items_per_page: '201' }, 'less_than_equal', ['query', 'items_per_page'], '201'],
    [runs, { ...wide, sort_by: 'size' }, 'enum', ['query', 'sort_by'], 'size'],
    [readings.getActivities, { ...wide, is_scheduled: '7' }, 'bool_parsing', ['query', 'is_scheduled'], '7'],
    [readings.getActivities, { ...wide, status: 'late' }, 'enum', ['query', 'status'], 'late'],
    [malformed, wide, 'string_pattern_mismatch', ['path', 'river_id'], 'zz'],
  ])('%s with %o: %s', async (path, query, type, loc, input) => {
    const reply = await caller(simulator, 'us')(path, { query });
    expect(reply.status).toBe(422);
    expect(reply.body).toEqual({ detail: [expect.objectContaining({ type, loc, input })] });
  });

  test('each mistake has an entry of its own, limits included', async () => {
    const query = 'items_per_page=201&start_time=x';
    const { body } = await caller(simulator, 'us')(runs, { query });
    expect(body.detail).toHaveLength(3);
    expect(body.detail).toContainEqual({
      type: 'less_than_equal',
      loc: ['query', 'items_per_page'],
      msg: 'Input should be less than or equal to 200',
      input: '201',
      ctx: { le: 200 },
    });
  });

  test.each([
    ['{}', 'application/json', 'river_id is required'],
    ['{"river_id":5}', 'application/json', 'river_id: Input should be a valid string'],
    ['{"river_id":"zz"}', 'application/json', "river_id: String should match pattern '^[0-9a-fA-F]{24}$'"],
    ['[]', 'application/json', 'Input should be a valid object'],
    ['{"river_id":', 'application/json', 'The body is not JSON'],
    ['river_id=5', 'application/x-www-form-urlencoded', 'The body is not JSON'],
  ])('/run with %s as %s', async (body, type, message) => {
    const reply = await caller(simulator, 'us')('/run', post(body, { type }));
    expect([reply.status, reply.body]).toEqual([422, { message }]);
  });
});

describe('how often', () => {
  test('a river can be run twice a minute', async () => {
    const ask = caller(simulator, 'eu');
    const body = JSON.stringify({ river_id: simulator.regions[1]?.variables.river_id });
    const run = async (): Promise<number> => (await ask('/run', post(body))).status;
    expect([await run(), await run()]).toEqual([200, 200]);
    clock.now += 20_000;
    const third = await ask('/run', post(body));
    expect([third.status, third.body]).toEqual([
      429,
      { message: 'This river was run twice within a minute' },
    ]);
    expect(third.headers.get('retry-after')).toBe('40');
    clock.now += 40_000;
    expect(await run()).toBe(200);
  });

  test('requests are unlimited, unless there is a limit', async () => {
    const limited = await startLocal({ rateLimit: { requests: 2, seconds: 60 }, clock: clock.read });
    const ask = async () => caller(limited, 'us')(readings.getActivities, { query: wide });
    const replies = [await ask(), await ask(), await ask()];
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 429]);
    expect(replies[2]?.body).toEqual({ error: 'Rate limit exceeded: 2 per 1 minute' });
    expect((await caller(limited, 'eu')(readings.getActivities, { query: wide })).status).toBe(200);
    await limited.close();
  });
});

test('no refusal broke the document', () => {
  expect(simulator.mistakes()).toEqual([]);
  expect(clock.now).toBeGreaterThan(start);
});
