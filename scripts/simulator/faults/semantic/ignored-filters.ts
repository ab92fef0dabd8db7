import { askWith } from '../asked.ts';
import type { Fault, FaultChange } from '../fault.ts';
import { ifSent, onSuccess } from '../when.ts';

/** Filters without effect. */
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
    title: 'The activities of one river group are those of all',
    apply: ignored('group_id', 'getActivities'),
  },
  {
    id: 'semantic-scheduled-ignored',
    class: 'semantic',
    title: 'Activities are listed with and without a schedule, whatever is asked for',
    apply: ignored('is_scheduled', 'getActivities'),
  },
  {
    id: 'semantic-search-ignored',
    class: 'semantic',
    title: 'A search lists the activities of all rivers',
    apply: ignored('search', 'getActivities'),
  },
  {
    id: 'semantic-type-ignored',
    class: 'semantic',
    title: 'The activities of one type of river are those of all',
    apply: ignored('river_type', 'getActivities'),
  },
  {
    id: 'semantic-target-ignored',
    class: 'semantic',
    title: 'The runs of one target are those of all',
    apply: ignored('target_name', 'getRiverActivitiesRuns'),
  },
  {
    id: 'semantic-sub-river-ignored',
    class: 'semantic',
    title: 'The runs of one sub river are those of all',
    apply: ignored('sub_river_id', 'getRiverActivitiesRuns'),
  },
  {
    id: 'semantic-run-group-ignored',
    class: 'semantic',
    title: 'The runs of one run group are those of all',
    apply: ignored('run_group_id', 'getRiverActivitiesRuns'),
  },
];

function ignored(name: string, ...operations: readonly string[]): FaultChange {
  const change: FaultChange = (_, exchange) => askWith(exchange, { [name]: undefined });
  return onSuccess(ifSent(name, change), ...operations);
}
