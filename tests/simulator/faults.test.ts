import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareSimulator, type Simulator } from '../../scripts/simulator/simulator.ts';
import { type Call, caller, items, type Reply, readDocument, readings, start, wide } from './local.ts';

const simulate = prepareSimulator(readDocument());

const run = readings.getRiverActivitiesRun;
const runs = readings.getRiverActivitiesRuns;

type Symptom = {
  readonly id: string;
  readonly path: string;
  readonly call?: Call;
  /** `again` sends the request again. */
  readonly seen: (reply: Reply, again: () => Promise<Reply>) => unknown;
  readonly value: unknown;
};

/** A request for some faults of each class, and the value that is observed only in the region with the fault. */
const symptoms: readonly Symptom[] = [
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
  {
    id: 'semantic-page-ignored',
    path: runs,
    call: { query: { ...wide, items_per_page: '100', page: '2' } },
    seen: ({ body }) => [items(body).length, body.page],
    value: [100, 2],
  },
  {
    id: 'semantic-order-unstable',
    path: runs,
    call: { query: wide },
    seen: async (first, again) => (await again()).text === first.text,
    value: false,
  },
  {
    id: 'protocol-flaky-503',
    path: run,
    seen: async ({ status }, again) => [status, (await again()).status],
    value: [503, 200],
  },
  {
    id: 'negative-above-maximum-accepted',
    path: runs,
    call: { query: { ...wide, items_per_page: '201' } },
    seen: ({ status, body }) => [status, items(body).length > 100],
    value: [200, true],
  },
  {
    id: 'negative-405-without-allow',
    path: runs,
    call: { method: 'DELETE' },
    seen: ({ status, headers }) => [status, headers.get('allow')],
    value: [405, null],
  },
  {
    id: 'region-header-names-other',
    path: run,
    seen: ({ headers }) => headers.get('x-region'),
    value: 'us',
  },
];

describe.each(symptoms)('$id at $path', ({ id, path, call, seen, value }) => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await simulate({ regions: ['us', 'eu'], clock: () => start, faults: { eu: [id] } });
  });
  afterAll(() => simulator.close());

  test('shows in its region and not in the other', async () => {
    const look = async (region: string): Promise<unknown> => {
      const ask = () => caller(simulator, region)(path, call);
      return seen(await ask(), ask);
    };
    expect(await look('eu')).toEqual(value);
    expect(await look('us')).not.toEqual(value);
  });

  test('is not reported as a bug of the simulator', async () => {
    await caller(simulator, 'eu')(path, call);
    expect(simulator.mistakes()).toEqual([]);
  });
});
