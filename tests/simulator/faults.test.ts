import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from '../../scripts/simulator/faults/faults.ts';
import type { Simulator } from '../../scripts/simulator/simulator.ts';
import { type Call, caller, items, type Reply, readings, startLocal, wide } from './local.ts';

const run = readings.getRiverActivitiesRun;
const runs = readings.getRiverActivitiesRuns;

type Sign = {
  readonly id: string;
  readonly path: string;
  readonly call?: Call;
  readonly seen: (reply: Reply) => unknown;
  readonly value: unknown;
};

/** How each fault shows: where to look, what to look at, and what is there in the faulty region only. */
const signs: readonly Sign[] = [
  {
    id: 'body-property-renamed',
    path: run,
    seen: ({ body }) => ['runId' in body, 'run_id' in body],
    value: [true, false],
  },
  {
    id: 'body-property-renamed',
    path: runs,
    call: { query: wide },
    seen: ({ body }) => items(body).every((row) => 'runId' in row),
    value: true,
  },
  { id: 'body-null-where-required', path: run, seen: ({ body }) => body.units, value: null },
  { id: 'protocol-206', path: run, seen: ({ status }) => status, value: 206 },
  {
    id: 'protocol-text-html',
    path: run,
    seen: ({ headers }) => headers.get('content-type'),
    value: 'text/html',
  },
  { id: 'protocol-duplicate-key', path: run, seen: ({ text }) => text.match(/"run_id":/g)?.length, value: 2 },
  { id: 'protocol-truncated-json', path: run, seen: ({ text }) => text.endsWith('}'), value: false },
  {
    id: 'negative-error-extra-field',
    path: runs,
    seen: ({ status, body }) => [status, 'trace' in body],
    value: [422, true],
  },
  {
    id: 'negative-error-extra-field',
    path: runs,
    call: { token: '' },
    seen: ({ status, body }) => [status, 'trace' in body],
    value: [401, true],
  },
  {
    id: 'negative-any-token-accepted',
    path: runs,
    call: { token: 'wrong', query: wide },
    seen: ({ status }) => status,
    value: 200,
  },
  {
    id: 'negative-404-as-200-null',
    path: `${runs}/${'0'.repeat(32)}`,
    seen: ({ status, text }) => [status, text],
    value: [200, 'null'],
  },
  {
    id: 'semantic-status-ignored',
    path: readings.getActivitiesStatistic,
    call: { query: { ...wide, status: 'failed' } },
    seen: ({ body }) => Number(body.succeeded) > 0,
    value: true,
  },
];

test('every fault has a sign, an id of its own and its class in front of it', () => {
  const ids = faults.map(({ id }) => id);
  expect([...new Set(signs.map(({ id }) => id))].sort()).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  expect(faults.filter((fault) => !fault.id.startsWith(`${fault.class}-`))).toEqual([]);
});

describe.each(signs)('$id at $path', ({ id, path, call, seen, value }) => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startLocal({ faults: { eu: [id] } });
  });
  afterAll(() => simulator.close());

  test('shows in its region and not in the other', async () => {
    expect(seen(await caller(simulator, 'eu')(path, call))).toEqual(value);
    expect(seen(await caller(simulator, 'us')(path, call))).not.toEqual(value);
  });

  test('is no mistake of the simulator', async () => {
    await caller(simulator, 'eu')(path, call);
    expect(simulator.mistakes()).toEqual([]);
  });
});
