import { tokens } from '../../scripts/simulator/auth.ts';
import { localSettings } from '../../scripts/simulator/settings.ts';
import { exemplaryStart, historicRunId } from '../../scripts/simulator/world/history.ts';
import { mainRiver, seedRivers } from '../../scripts/simulator/world/river.ts';
import { readings, wide } from './local.ts';

/** A request that may reveal a fault. */
type Probe = {
  readonly operation: string;
  readonly path: string;
  readonly method?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** The Authorization header, with `{token}` and `{other}` for the tokens of this and the other region. */
  readonly authorization?: string;
  readonly body?: string;
};

type Name = keyof typeof readings;
const names = Object.keys(readings).filter((name): name is Name => name in readings);
const windowed = names.filter((name) => name !== 'getRiverActivitiesRun');
const narrow = { start_time: '2026-01-14T00:00:00', end_time: '2026-01-17T00:00:00' } as const;
const unknown = '0123456789abcdef01234567';

/** Requests of every kind: valid ones, with each parameter and several pages, and refused ones. */
export const probes: readonly Probe[] = [
  ...windowed.flatMap((name) => [read(name, wide), read(name, narrow)]),
  read('getRiverActivitiesRun', {}),
  read('getRiverActivitiesRun', {}),
  ...paged('getRiverActivitiesRuns', '40', 3),
  ...paged('getRiverActivitiesRunGroups', '15', 3),
  ...paged('getActivities', '2', 3),
  ...paged('getRiverActivitiesTargets', '2', 2),
  read('getRiverActivitiesRunGroups', { ...wide, items_per_page: '200' }),
  ...each('getActivities', {
    status: 'failed',
    group_id: '{group_id}',
    is_scheduled: 'true',
    search: 'orders',
  }),
  ...each('getActivities', { river_type: 'logic', sort_by: 'units', sort_order: 'asc' }),
  ...each('getActivities', { river_type: 'actions', return_last_runs: 'true' }),
  ...each('getRiverActivitiesRuns', {
    target_name: 'analytics.public.orders',
    run_group_id: '{run_group_id}',
  }),
  ...each('getRiverActivitiesRuns', { sub_river_id: '{sub_river_id}', sort_by: 'units', sort_order: 'asc' }),
  ...each('getRiverActivitiesRunGroups', { status: 'failed', sort_by: 'max_duration', sort_order: 'asc' }),
  ...each('getRiverActivitiesRunGroups', { status: 'succeed' }),
  ...each('getRiverActivitiesTargets', { status: 'failed' }),
  ...each('getActivitiesStatistic', { status: 'failed' }),
  ...names.flatMap(invalidTokens),
  ...windowed.flatMap((name) => [
    read(name, { end_time: wide.end_time }),
    read(name, { start_time: wide.start_time }),
    read(name, { ...wide, start_time: 'yesterday' }),
  ]),
  ...each('getRiverActivitiesRuns', { page: 'x', items_per_page: '201', sort_by: 'size' }),
  ...each('getRiverActivitiesRunGroups', { page: 'x', items_per_page: '0', sort_order: 'up' }),
  ...each('getActivities', {
    page: '0',
    items_per_page: '201',
    river_type: 'canal',
    is_scheduled: 'perhaps',
  }),
  ...each('getActivitiesStatistic', { status: 'late' }),
  ...each('getRiverActivitiesStatistic', { status: 'late' }),
  ...windowed.map((name) => ({ ...read(name, wide), path: readings[name].replace('{account_id}', unknown) })),
  ...windowed.map((name) => ({ ...read(name, wide), path: readings[name].replace('{river_id}', unknown) })),
  {
    ...read('getRiverActivitiesRuns', wide),
    path: readings.getRiverActivitiesRuns.replace('{river_id}', 'zz'),
  },
  ...[unknown.slice(8).repeat(2), 'zz'].map((id) => ({
    operation: 'getRiverActivitiesRun',
    path: readings.getRiverActivitiesRun.replace('{run_id}', id),
  })),
  ...['DELETE', 'HEAD', 'PUT'].map((method) => ({ ...read('getRiverActivitiesRun', {}), method })),
  ...['{"river_id":"{river_id}"}', '{}', '{"river_id":5}', '{"river_id":"zz"}', '{"river_id":'].map(
    (body) => ({
      operation: 'runRiver',
      path: '/run',
      method: 'POST',
      body,
    }),
  ),
];

/** Sends all probes to a region, one after the other. */
export async function sendProbes(url: string, region: string): Promise<void> {
  const values = valuesOf(region);
  const fill = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  for (const { path, method = 'GET', query = {}, authorization = 'Bearer {token}', body } of probes) {
    const search = new URLSearchParams(query);
    for (const [name, value] of Object.entries(query)) search.set(name, fill(value));
    await fetch(`${url}${fill(path)}?${search}`, {
      method,
      headers: { Authorization: fill(authorization), 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: fill(body) }),
    });
  }
}

function read(operation: Name, query: Readonly<Record<string, string>>): Probe {
  return { operation, path: readings[operation], query };
}

function paged(operation: Name, size: string, pages: number): readonly Probe[] {
  return Array.from({ length: pages }, (_, index) =>
    read(operation, { ...wide, items_per_page: size, page: String(index + 1) }),
  );
}

/** A request for each of the parameters. */
function each(operation: Name, query: Readonly<Record<string, string>>): readonly Probe[] {
  return Object.entries(query).map(([name, value]) => read(operation, { ...wide, [name]: value }));
}

function invalidTokens(operation: Name): readonly Probe[] {
  const headers = ['', 'Basic abc', 'Bearer a-token-that-nobody-knows', 'Bearer {other}'];
  return headers.map((authorization) => ({ ...read(operation, wide), authorization }));
}

function valuesOf(name: string): Readonly<Record<string, string | undefined>> {
  const [river] = seedRivers(name);
  return {
    ...localSettings(name).variables,
    other: tokens(name === 'us' ? 'eu' : 'us').full,
    group_id: river?.groupId,
    sub_river_id: river?.tables[0]?.subRiver?.id,
    run_group_id: historicRunId(name, mainRiver, exemplaryStart, 'group'),
  };
}
