import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Simulator } from '../../scripts/simulator/simulator.ts';
import { caller, createClock, items, readings, start, startLocal } from './local.ts';

const window = { start_time: '2026-01-20T12:00:00', end_time: '2026-01-20T13:00:00' };
const clock = createClock();
let simulator: Simulator;
beforeEach(async () => {
  await simulator?.close();
  clock.now = start;
  simulator = await startLocal({ clock: clock.read });
});
afterAll(() => simulator.close());

async function run(river: unknown): Promise<string> {
  const reply = await caller(simulator, 'us')('/run', {
    method: 'POST',
    body: JSON.stringify({ river_id: river }),
  });
  expect(reply.status).toBe(200);
  return String(reply.body.run_id);
}

function variable(name: string): string {
  return simulator.regions[0]?.variables[name] ?? '';
}

test.each([
  [0, 'pending', null, 3, 0, 0],
  [999, 'pending', null, 3, 0, 0],
  [1000, 'running', null, 0, 3, 0],
  [2999, 'running', null, 0, 3, 0],
  [3000, 'succeeded', '2026-01-20T12:00:03', 0, 0, 3],
])('%i ms after its start a run is %s', async (later, status, end, pending, running, succeeded) => {
  const id = await run(variable('river_id'));
  clock.now = start + later;
  const ask = caller(simulator, 'us');
  const one = await ask(`${readings.getRiverActivitiesRuns}/${id}`);
  expect(one.body).toMatchObject({ status, end_date_utc: end, start_date_utc: '2026-01-20T12:00:00' });
  expect(Number(one.body.units) > 0).toBe(status === 'succeeded');

  const statistic = await ask(readings.getRiverActivitiesStatistic, { query: window });
  expect(statistic.body).toMatchObject({ pending, running, succeeded });
  const groups = await ask(readings.getRiverActivitiesRunGroups, { query: window });
  expect(items(groups.body)).toMatchObject([{ status, run_date_epoch_milliseconds: start }]);
  const targets = await ask(readings.getRiverActivitiesTargets, { query: window });
  expect(items(targets.body).map((row) => row.status)).toEqual([status, status, status]);
  const activities = await ask(readings.getActivities, { query: window });
  expect(items(activities.body)).toMatchObject([{ pending, running, succeeded, last_run: start }]);
  const runs = await ask(readings.getRiverActivitiesRuns, { query: window });
  expect(items(runs.body).map((row) => row.run_id)).toContain(id);
  const environment = await ask(readings.getActivitiesStatistic, { query: window });
  expect(environment.body).toMatchObject({ pending, running, succeeded });
  expect(simulator.mistakes()).toEqual([]);
});

test('a sub river can be run on its own and shows as one', async () => {
  const ask = caller(simulator, 'us');
  const all = await ask(readings.getRiverActivitiesSubRivers, {
    query: { ...window, start_time: '2026-01-19T00:00:00' },
  });
  const subRiver = items(all.body)[1];
  const id = await run(subRiver?.sub_river_id);
  const now = await ask(readings.getRiverActivitiesSubRivers, { query: window });
  expect(items(now.body)).toEqual([subRiver]);
  const one = await ask(`${readings.getRiverActivitiesRuns}/${id}`);
  expect(one.body).toMatchObject({
    sub_river_id: subRiver?.sub_river_id,
    is_sub_river_run: true,
    run_group_id: id,
  });
});

test('a run of one region is unknown in the other', async () => {
  const id = await run(variable('river_id'));
  expect((await caller(simulator, 'eu')(`${readings.getRiverActivitiesRuns}/${id}`)).status).toBe(404);
});
