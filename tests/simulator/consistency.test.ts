import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Simulator } from '../../scripts/simulator/simulator.ts';
import { type Body, caller, items, readings, startLocal, sum, wide } from './local.ts';

const statuses = ['pending', 'running', 'succeeded', 'failed', 'canceled', 'skipped'] as const;
const query = { ...wide, items_per_page: '200' };
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startLocal();
});
afterAll(() => simulator.close());

async function read(region: string): Promise<Record<keyof typeof readings, Body>> {
  const ask = caller(simulator, region);
  const entries = Object.entries(readings).map(async ([name, path]) => [
    name,
    (await ask(path, { query })).body,
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

describe.each(['us', 'eu'])('%s', (region) => {
  test('the statistics of the river count its runs and add up their units', async () => {
    const { getRiverActivitiesStatistic: statistic, getRiverActivitiesRuns } = await read(region);
    const runs = items(getRiverActivitiesRuns);
    const count = (status: string): number => runs.filter((run) => run.status === status).length;
    expect(statistic).toMatchObject(Object.fromEntries(statuses.map((status) => [status, count(status)])));
    expect(statistic).toMatchObject({ total_units: sum(runs, 'units'), total_rpu: sum(runs, 'rpu') });
    expect(statuses.filter((status) => count(status) === 0)).toEqual([]);
    expect(runs.length).toBeGreaterThan(100);
  });

  test('the statistics of the environment add up the activities', async () => {
    const { getActivitiesStatistic: statistic, getActivities } = await read(region);
    for (const name of ['pending', 'running', 'succeeded', 'failed', 'canceled']) {
      expect([name, sum(items(getActivities), name)]).toEqual([name, statistic[name]]);
    }
    expect(sum(items(getActivities), 'rpu')).toBe(statistic.total_rpu);
  });

  test('the line of the river, its statistics, targets and run groups agree', async () => {
    const all = await read(region);
    const line = items(all.getActivities).find(
      (row) => row.cross_id === all.getRiverActivitiesRuns.river_cross_id,
    );
    const newest = Math.max(
      ...items(all.getRiverActivitiesRuns).map((run) => Number(run.start_date_in_milliseconds)),
    );
    expect(line).toMatchObject({
      last_run: newest,
      rpu: all.getRiverActivitiesStatistic.total_rpu,
      is_multi: true,
    });
    expect(sum(items(all.getRiverActivitiesTargets), 'rpu')).toBe(line?.rpu);
    expect(sum(items(all.getRiverActivitiesRunGroups), 'units')).toBe(line?.units);
    expect(items(all.getRiverActivitiesSubRivers)).toHaveLength(3);
  });

  test('the status of a run group follows from its runs', async () => {
    const { getRiverActivitiesRunGroups, getRiverActivitiesRuns } = await read(region);
    const runs = items(getRiverActivitiesRuns);
    const seen = items(getRiverActivitiesRunGroups).map((group) => {
      const members = runs.filter((run) => run.run_group_id === group.run_group_id);
      const words = [...new Set(members.map((run) => run.status))].sort();
      const ends = members.map(
        (run) => Number(run.end_date_in_milliseconds) - Number(run.start_date_in_milliseconds),
      );
      const over = members.every((run) => run.end_date_in_milliseconds !== null);
      expect(group.max_duration_in_milliseconds).toBe(over ? Math.max(...ends) : null);
      expect(group.run_date_epoch_milliseconds).toBe(
        Math.min(...members.map((run) => Number(run.start_date_in_milliseconds))),
      );
      return `${words.join('+')} is ${group.status}`;
    });
    expect([...new Set(seen)].sort()).toEqual([
      'canceled is canceled',
      'failed is failed',
      'failed+succeeded is partially succeeded',
      'pending is pending',
      'running is running',
      'skipped is skipped',
      'succeeded is succeeded',
    ]);
  });

  test('every run ends after its start, or not yet, and says so twice alike', async () => {
    const { getRiverActivitiesRuns } = await read(region);
    for (const run of items(getRiverActivitiesRuns)) {
      const live = run.status === 'pending' || run.status === 'running';
      expect(run.end_date_utc === null).toBe(live);
      expect(Date.parse(`${run.start_date_utc}Z`)).toBe(run.start_date_in_milliseconds);
      if (!live) expect(Date.parse(`${run.end_date_utc}Z`)).toBe(run.end_date_in_milliseconds);
      if (!live)
        expect(run.end_date_in_milliseconds).toBeGreaterThanOrEqual(Number(run.start_date_in_milliseconds));
    }
  });

  test('the single run is the one of the list', async () => {
    const { getRiverActivitiesRun, getRiverActivitiesRuns } = await read(region);
    expect(items(getRiverActivitiesRuns)).toContainEqual(getRiverActivitiesRun);
  });
});
