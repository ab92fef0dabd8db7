import { ifQuery, onSuccess } from '../conditions.ts';
import type { Fault, FaultChange } from '../fault.ts';
import { respondWithQuery } from '../other-requests.ts';

/** Filters that the region ignores. */
export const ignoredFilterFaults: readonly Fault[] = [
  {
    id: 'semantic-status-ignored',
    class: 'semantic',
    title: 'The filter `status` has no effect',
    apply: ignored('status'),
  },
  {
    id: 'semantic-group-ignored',
    class: 'semantic',
    title: 'The activities ignore `group_id`',
    apply: ignored('group_id', 'getActivities'),
  },
  {
    id: 'semantic-scheduled-ignored',
    class: 'semantic',
    title: 'The activities ignore `is_scheduled`',
    apply: ignored('is_scheduled', 'getActivities'),
  },
  {
    id: 'semantic-search-ignored',
    class: 'semantic',
    title: 'The activities ignore `search`',
    apply: ignored('search', 'getActivities'),
  },
  {
    id: 'semantic-type-ignored',
    class: 'semantic',
    title: 'The activities ignore `river_type`',
    apply: ignored('river_type', 'getActivities'),
  },
  {
    id: 'semantic-target-ignored',
    class: 'semantic',
    title: 'The runs ignore `target_name`',
    apply: ignored('target_name', 'getRiverActivitiesRuns'),
  },
  {
    id: 'semantic-sub-river-ignored',
    class: 'semantic',
    title: 'The runs ignore `sub_river_id`',
    apply: ignored('sub_river_id', 'getRiverActivitiesRuns'),
  },
  {
    id: 'semantic-run-group-ignored',
    class: 'semantic',
    title: 'The runs ignore `run_group_id`',
    apply: ignored('run_group_id', 'getRiverActivitiesRuns'),
  },
];

function ignored(name: string, ...operations: readonly string[]): FaultChange {
  const change: FaultChange = (_, exchange) => respondWithQuery(exchange, { [name]: undefined });
  return onSuccess(ifQuery(name, change), ...operations);
}
