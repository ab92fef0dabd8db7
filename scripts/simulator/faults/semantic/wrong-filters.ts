import { itemsOf, withItems } from '../change.ts';
import { ifQuery, onSuccess } from '../conditions.ts';
import type { Fault, FaultChange } from '../fault.ts';
import { respondWithQuery } from '../other-requests.ts';

/** Filters that return other items than they should. */
export const wrongFilterFaults: readonly Fault[] = [
  {
    id: 'semantic-status-lets-one-through',
    class: 'semantic',
    title: 'Run groups filtered by status contain one of another status',
    apply: withOneUnmatched('status', 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'semantic-scheduled-lets-one-through',
    class: 'semantic',
    title: 'Activities filtered by schedule contain one that does not match',
    apply: withOneUnmatched('is_scheduled', 'getActivities'),
  },
  {
    id: 'semantic-status-swapped',
    class: 'semantic',
    title: 'The run groups return canceled ones for `status=failed`',
    apply: onSuccess(
      ifQuery('status', (_, exchange) => respondWithQuery(exchange, { status: 'canceled' }), 'failed'),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'semantic-succeed-finds-nothing',
    class: 'semantic',
    title: 'The run groups find nothing for `status=succeed`',
    apply: onSuccess(
      ifQuery('status', (_, exchange) => respondWithQuery(exchange, { status: 'nothing' }), 'succeed'),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'semantic-type-swapped',
    class: 'semantic',
    title: 'The activities return logic rivers for `river_type=actions`',
    apply: onSuccess(
      ifQuery('river_type', (_, exchange) => respondWithQuery(exchange, { river_type: 'logic' }), 'actions'),
      'getActivities',
    ),
  },
];

/** Replaces the last item with the first that does not match the filter. */
function withOneUnmatched(name: string, operation: string): FaultChange {
  const change: FaultChange = (response, exchange) => {
    const kept = itemsOf(response);
    const all = itemsOf(
      respondWithQuery(exchange, { [name]: undefined, page: undefined, items_per_page: 200 }),
    );
    const correct = respondWithQuery(exchange, { page: undefined, items_per_page: 200 });
    const ids = new Set(itemsOf(correct).map(({ run_group_id, cross_id }) => run_group_id ?? cross_id));
    const unmatched = all.find(({ run_group_id, cross_id }) => !ids.has(run_group_id ?? cross_id));
    if (unmatched === undefined || kept.length === 0) return response;
    return withItems(response, [...kept.slice(0, -1), unmatched]);
  };
  return onSuccess(ifQuery(name, change), operation);
}
