import type { OpenAPIV3_1 } from 'openapi-types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Simulator } from '../../scripts/simulator/simulator.ts';
import { type Body, caller, items, readDocument, readings, startLocal, wide } from './local.ts';

const most = { ...wide, items_per_page: '200' };
let simulator: Simulator;
let found: { readonly group: string; readonly subRiver: string; readonly river: Body };
beforeAll(async () => {
  simulator = await startLocal();
  const ask = caller(simulator, 'us');
  const runs = items((await ask(readings.getRiverActivitiesRuns, { query: most })).body);
  const activities = items((await ask(readings.getActivities, { query: most })).body);
  found = {
    group: String(runs[30]?.run_group_id),
    subRiver: String(runs[0]?.sub_river_id),
    river: activities[0] ?? {},
  };
});
afterAll(() => simulator.close());

type Operation = keyof typeof readings;
type Keep = (row: Body) => boolean;

/** Filters of lists and what every item they leave must be like. */
const kept: readonly (readonly [Operation, string, () => string, Keep])[] = [
  [
    'getRiverActivitiesRuns',
    'start_time',
    () => '2026-01-18T00:00:00',
    (r) => Number(r.start_date_in_milliseconds) >= Date.UTC(2026, 0, 18),
  ],
  [
    'getRiverActivitiesRuns',
    'end_time',
    () => '2026-01-18T00:00:00Z',
    (r) => Number(r.start_date_in_milliseconds) < Date.UTC(2026, 0, 18),
  ],
  [
    'getRiverActivitiesRuns',
    'target_name',
    () => 'analytics.public.orders',
    (r) => r.target_name === 'analytics.public.orders',
  ],
  ['getRiverActivitiesRuns', 'scheduler_id', () => found.group, (r) => r.run_group_id === found.group],
  ['getRiverActivitiesRuns', 'run_group_id', () => found.group, (r) => r.run_group_id === found.group],
  ['getRiverActivitiesRuns', 'sub_river_id', () => found.subRiver, (r) => r.sub_river_id === found.subRiver],
  ['getRiverActivitiesRunGroups', 'status', () => 'succeed', (r) => r.status === 'succeeded'],
  ['getRiverActivitiesRunGroups', 'status', () => 'succeeded', (r) => r.status === 'succeeded'],
  [
    'getRiverActivitiesRunGroups',
    'status',
    () => 'partially succeed',
    (r) => r.status === 'partially succeeded',
  ],
  [
    'getRiverActivitiesRunGroups',
    'status',
    () => 'partially succeeded',
    (r) => r.status === 'partially succeeded',
  ],
  [
    'getRiverActivitiesTargets',
    'sub_river_id',
    () => found.subRiver,
    (r) => String(r.target_name).startsWith('analytics'),
  ],
  ['getRiverActivitiesTargets', 'status', () => 'failed', (r) => r.status === 'failed'],
  [
    'getRiverActivitiesSubRivers',
    'target_name',
    () => 'analytics.public.payments',
    (r) => r.sub_river_name === 'Payments',
  ],
  ['getActivities', 'search', () => 'ORDERS', (r) => String(r.river_name).includes('orders')],
  [
    'getActivities',
    'group_id',
    () => String(found.river.group_id),
    (r) => r.group_id === found.river.group_id,
  ],
  ['getActivities', 'is_scheduled', () => 'true', (r) => r.is_scheduled === true],
  ['getActivities', 'is_scheduled', () => 'false', (r) => r.is_scheduled === false],
  ['getActivities', 'river_type', () => 'logic', (r) => r.datasource_id === 'logic'],
  ['getActivities', 'river_type', () => 'actions', (r) => r.datasource_id === 'actions'],
  ['getActivities', 'status', () => 'failed', (r) => Number(r.failed) > 0 && r.succeeded === 0],
];

test.each(kept)('%s keeps by %s', async (operation, name, value, keep) => {
  const ask = caller(simulator, 'us');
  const all = items((await ask(readings[operation], { query: most })).body);
  const rows = items((await ask(readings[operation], { query: { ...most, [name]: value() } })).body);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter((row) => !keep(row))).toEqual([]);
  const same = (a: Body, b: Body) =>
    JSON.stringify(Object.values(a).slice(0, 3)) === JSON.stringify(Object.values(b).slice(0, 3));
  if (name !== 'status') expect(rows.filter((row) => !all.some((one) => same(one, row)))).toEqual([]);
});

test('a window includes its start and not its end', async () => {
  const ask = caller(simulator, 'us');
  const [run] = items(
    (await ask(readings.getRiverActivitiesRuns, { query: { ...most, sort_order: 'asc' } })).body,
  );
  const at = String(run?.start_date_utc);
  const from = await ask(readings.getRiverActivitiesRuns, { query: { ...most, start_time: at } });
  const until = await ask(readings.getRiverActivitiesRuns, { query: { ...most, end_time: at } });
  expect(items(from.body)).toContainEqual(run);
  expect(items(until.body)).not.toContainEqual(run);
});

/** For every documented query parameter a value that must change the response. */
const effects: Readonly<Record<string, () => string>> = {
  start_time: () => '2026-01-20T23:00:00',
  end_time: () => '2026-01-10T00:00:01',
  status: () => 'failed',
  group_id: () => String(found.river.group_id),
  is_scheduled: () => 'false',
  search: () => 'finance',
  river_type: () => 'actions',
  target_name: () => 'analytics.public.orders',
  sub_river_id: () => found.subRiver,
  scheduler_id: () => '0'.repeat(32),
  run_group_id: () => '0'.repeat(32),
  page: () => '2',
  items_per_page: () => '2',
  return_last_runs: () => 'true',
  sort_by: () => 'units',
  sort_order: () => 'asc',
};

describe('every documented query parameter changes the response', () => {
  test.each(documentedQuery())('%s: %s', async (operation, name) => {
    const ask = caller(simulator, 'us');
    const base = { ...wide, ...(name === 'page' ? { items_per_page: '3' } : {}) };
    const value = effects[name]?.();
    expect(value).toBeDefined();
    const plain = await ask(readings[operation], { query: base });
    const changed = await ask(readings[operation], { query: { ...base, [name]: value ?? '' } });
    expect(changed.status).toBe(200);
    expect(changed.text).not.toBe(plain.text);
  });
});

function documentedQuery(): readonly (readonly [Operation, string])[] {
  const document = readDocument();
  return Object.values(document.paths ?? {}).flatMap((item) => {
    const id = item?.get?.operationId;
    const operation = Object.keys(readings).find((name): name is Operation => name === id);
    const parameters = (item?.get?.parameters ?? []).map((parameter) => resolve(document, parameter));
    const query = parameters.filter((parameter) => parameter?.in === 'query');
    return operation === undefined
      ? []
      : query.map((parameter) => [operation, parameter?.name ?? ''] as const);
  });
}

function resolve(
  document: OpenAPIV3_1.Document,
  parameter: OpenAPIV3_1.ReferenceObject | OpenAPIV3_1.ParameterObject,
): OpenAPIV3_1.ParameterObject | undefined {
  if (!('$ref' in parameter)) return parameter;
  const target = document.components?.parameters?.[parameter.$ref.split('/').at(-1) ?? ''];
  return target !== undefined && !('$ref' in target) ? target : undefined;
}
