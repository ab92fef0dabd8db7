import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Simulator } from '../../scripts/simulator/simulator.ts';
import { caller, items, readDocument, readings, startLocal, wide } from './local.ts';

const regions = ['us', 'eu'] as const;
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startLocal();
});
afterAll(() => simulator.close());

describe.each(regions)('%s', (region) => {
  test.each(Object.entries(readings))('%s returns a 200 response that matches the spec', async (_, path) => {
    const { status, headers } = await caller(simulator, region)(path, { query: wide });
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'application/json' });
    expect(simulator.mistakes()).toEqual([]);
  });

  test.each(['/run', '/api/run'])('runRiver returns 200 at %s', async (path) => {
    const body = JSON.stringify({
      river_id: simulator.regions.find(({ name }) => name === region)?.variables.river_id,
    });
    const reply = await caller(simulator, region)(path, { method: 'POST', body });
    expect(reply).toMatchObject({ status: 200, body: { river_run_status: 'W' } });
    expect(simulator.mistakes()).toEqual([]);
  });

  test.each([
    ['getActivitiesStatistic', ''],
    ['getRiverActivitiesStatistic', ''],
    ['getRiverActivitiesTargets', '&scheduler_id'],
    ['getRiverActivitiesRunGroups', '&page=1&items_per_page=200'],
    ['getRiverActivitiesSubRivers', ''],
    ['getRiverActivitiesRuns', '&page=1&items_per_page=200'],
    ['getRiverActivitiesRun', ''],
    ['getActivities', '&status=&group_id=&search'],
  ] as const)('%s takes a parameter without value as not sent', async (operation, more) => {
    const ask = caller(simulator, region);
    const window = `start_time=${wide.start_time}&end_time=${wide.end_time}`;
    const [bare, plain] = [
      await ask(readings[operation], { query: window + more }),
      await ask(readings[operation], { query: window }),
    ];
    expect(bare.status).toBe(200);
    expect(items(bare.body).length).toBeGreaterThanOrEqual(items(plain.body).length);
  });
});

test('the regions have different accounts, rivers, runs and numbers', async () => {
  const [us, eu] = await Promise.all(
    regions.map(async (region) => {
      const ask = caller(simulator, region);
      const statistic = await ask(readings.getActivitiesStatistic, { query: wide });
      const activities = await ask(readings.getActivities, { query: wide });
      const runs = await ask(readings.getRiverActivitiesRuns, { query: wide });
      return {
        account: statistic.body.account,
        units: statistic.body.total_units,
        rivers: items(activities.body).map((row) => row.cross_id),
        runs: items(runs.body).map((row) => row.run_id),
      };
    }),
  );
  expect(us?.account).not.toBe(eu?.account);
  expect(us?.units).not.toBe(eu?.units);
  expect(us?.rivers.filter((id) => eu?.rivers.includes(id))).toEqual([]);
  expect(us?.runs.filter((id) => eu?.runs.includes(id))).toEqual([]);
});

test('an response that breaks the document is a 500 and a mistake on record', async () => {
  const document = readDocument();
  const statistic = document.components?.schemas?.ActivityStatistic;
  Object.assign(statistic ?? {}, { required: ['not_there'] });
  const broken = await startLocal({ document, regions: ['us'] });
  const { status } = await caller(broken, 'us')(readings.getActivitiesStatistic, { query: wide });
  expect(status).toBe(500);
  expect(broken.mistakes()).toEqual([expect.stringContaining("must have required property 'not_there'")]);
  await broken.close();
});
