import { keepRuns, toStatus, window } from '../filters.ts';
import { type Sorting, toPage } from '../paging.ts';
import { textIn } from '../request.ts';
import { ok } from '../response.ts';
import { formatUtc } from '../time.ts';
import { forRiver, riverIds } from './for-river.ts';
import { type RunGroup, toRunGroups } from './run-group.ts';

const filters = [...window, 'target_name', 'sub_river_id'] as const;

const order: Sorting<RunGroup> = {
  keys: {
    'RPUs(Units)': ({ units }) => units,
    units: ({ units }) => units,
    last_run: ({ startedAt }) => startedAt,
    max_duration: ({ longest }) => longest ?? Number.MAX_SAFE_INTEGER,
  },
  by: 'last_run',
  identity: ({ id }) => id,
};

/** The run groups of the river, from the runs that match the other filters. `status` is the status of the group. */
export const getRiverActivitiesRunGroups = forRiver((found, request) => {
  const { query } = request;
  const status = textIn(query, 'status');
  const groups = toRunGroups(keepRuns(found.runs, query, filters));
  const kept = groups.filter((group) => status === undefined || group.status === toStatus(status));
  const page = toPage(kept, order, request);
  return ok({ ...page, items: page.items.map(toItem), ...riverIds(found) });
});

function toItem({ id, status, units, startedAt, longest }: RunGroup): Readonly<Record<string, unknown>> {
  return {
    run_group_id: id,
    status,
    units,
    rpu: units,
    max_duration_in_milliseconds: longest,
    run_date_epoch_milliseconds: startedAt,
    run_date_utc: formatUtc(startedAt),
  };
}
