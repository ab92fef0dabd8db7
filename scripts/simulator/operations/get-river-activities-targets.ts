import { keepRuns, window } from '../filters.ts';
import { type Sorting, toPage } from '../paging.ts';
import { ok } from '../response.ts';
import type { Run } from '../world/run.ts';
import { forRiver, riverIds } from './for-river.ts';
import { groupRuns, lastStart, unitsOf } from './totals.ts';

const filters = [...window, 'scheduler_id', 'run_group_id', 'sub_river_id', 'status'] as const;

type Target = { readonly name: string; readonly runs: readonly Run[] };

const order: Sorting<Target> = {
  keys: {
    units: ({ runs }) => unitsOf(runs),
    last_run: ({ runs }) => lastStart(runs),
    table_name: ({ name }) => name,
  },
  by: 'last_run',
  identity: ({ name }) => name,
};

/** The targets of the river, with the status of the newest run and the units of all runs. */
export const getRiverActivitiesTargets = forRiver((found, request) => {
  const kept = keepRuns(found.runs, request.query, filters).filter((run) => run.table.target !== null);
  const targets = [...groupRuns(kept, (run) => run.table.target ?? '')].map(([name, runs]) => ({
    name,
    runs,
  }));
  const page = toPage(targets, order, request);
  return ok({ ...page, items: page.items.map(toItem), ...riverIds(found) });
});

function toItem({ name, runs }: Target): Readonly<Record<string, unknown>> {
  const last = lastStart(runs);
  const units = unitsOf(runs);
  return {
    target_name: name,
    status: runs.find((run) => run.startedAt === last)?.status,
    units,
    rpu: units,
  };
}
