import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Simulator } from '../../scripts/simulator/simulator.ts';
import { type Body, caller, items, readings, startLocal, wide } from './local.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startLocal();
});
afterAll(() => simulator.close());

test.each([
  ['getRiverActivitiesRuns', '', 50],
  ['getRiverActivitiesRuns', '7', 7],
  ['getRiverActivitiesRuns', '200', 108],
  ['getRiverActivitiesRunGroups', '5', 5],
  ['getActivities', '2', 2],
] as const)('%s, %s on a page: following next_page gives every item once', async (operation, size, first) => {
  const ask = caller(simulator, 'us');
  const query = { ...wide, ...(size === '' ? {} : { items_per_page: size }) };
  const all = items((await ask(readings[operation], { query: { ...wide, items_per_page: '200' } })).body);
  const pages: Body[] = [];
  let next: Body = (await ask(readings[operation], { query })).body;
  for (pages.push(next); typeof next.next_page === 'string'; pages.push(next))
    next = await follow(next.next_page);

  expect(pages.flatMap(items)).toEqual(all);
  expect(pages[0]).toMatchObject({ page: 1, current_page_size: first, total_items: all.length });
  expect(pages.map((page) => page.page)).toEqual(pages.map((_, index) => index + 1));
  expect(pages.length).toBe(Math.ceil(all.length / first));
});

test('previous_page leads back, with the filters of the request', async () => {
  const ask = caller(simulator, 'us');
  const query = { ...wide, items_per_page: '2', sort_order: 'asc' };
  const first = (await ask(readings.getRiverActivitiesRuns, { query })).body;
  const second = await follow(String(first.next_page));
  expect(await follow(String(second.previous_page))).toEqual(first);
});

test('past the end there is an empty page', async () => {
  const { body } = await caller(simulator, 'us')(readings.getRiverActivitiesRuns, {
    query: { ...wide, page: '9' },
  });
  expect(body).toMatchObject({ items: [], page: 9, current_page_size: 0, total_items: 108, next_page: null });
});

test.each([
  ['getRiverActivitiesRuns', 'units', 'units'],
  ['getRiverActivitiesRuns', 'table_name', 'target_name'],
  ['getRiverActivitiesRuns', 'start_time', 'start_date_in_milliseconds'],
  ['getRiverActivitiesRunGroups', 'RPUs(Units)', 'rpu'],
  ['getRiverActivitiesRunGroups', 'units', 'units'],
  ['getRiverActivitiesRunGroups', 'last_run', 'run_date_epoch_milliseconds'],
  ['getRiverActivitiesRunGroups', 'max_duration', 'max_duration_in_milliseconds'],
  ['getRiverActivitiesTargets', 'table_name', 'target_name'],
  ['getRiverActivitiesTargets', 'units', 'units'],
  ['getActivities', 'RPUs(Units)', 'rpu'],
  ['getActivities', 'units', 'units'],
  ['getActivities', 'last_run', 'last_run'],
  ['getActivities', 'river_name', 'river_name'],
] as const)('%s sorts by %s, both ways', async (operation, by, property) => {
  const ask = caller(simulator, 'us');
  const values = async (more: Readonly<Record<string, string>>): Promise<readonly unknown[]> =>
    items(
      (await ask(readings[operation], { query: { ...wide, items_per_page: '200', sort_by: by, ...more } }))
        .body,
    )
      .map((row) => row[property])
      .filter((value) => value !== null);
  const [up, down, plain] = [
    await values({ sort_order: 'asc' }),
    await values({ sort_order: 'desc' }),
    await values({}),
  ];
  const ordered = up.toSorted((a, b) =>
    typeof a === 'number' ? a - Number(b) : compare(String(a), String(b)),
  );
  expect(new Set(up).size).toBeGreaterThan(1);
  expect(up).toEqual(ordered);
  expect(down).toEqual(ordered.toReversed());
  expect(plain).toEqual(down);
});

test.each([
  ['getRiverActivitiesRuns', 'start_time'],
  ['getRiverActivitiesRunGroups', 'last_run'],
  ['getActivities', 'last_run'],
] as const)('%s is sorted by %s unless asked otherwise', async (operation, by) => {
  const ask = caller(simulator, 'us');
  const plain = await ask(readings[operation], { query: wide });
  const sorted = await ask(readings[operation], { query: { ...wide, sort_by: by, sort_order: 'desc' } });
  expect(items(plain.body)).toEqual(items(sorted.body));
});

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

async function follow(url: string): Promise<Body> {
  const region = simulator.regions.find((one) => url.startsWith(`${one.url}/`));
  return (await caller(simulator, region?.name ?? '')(url.slice(region?.url.length))).body;
}
