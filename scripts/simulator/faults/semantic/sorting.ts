import { itemsOf, withItems } from '../change.ts';
import { ifQuery, onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';
import { respondWithQuery } from '../other-requests.ts';

/** Lists in another order than requested. */
export const sortFaults: readonly Fault[] = [
  {
    id: 'semantic-sort-ignored',
    class: 'semantic',
    title: 'Runs are always sorted by their start',
    apply: onSuccess(
      (_, exchange) => respondWithQuery(exchange, { sort_by: undefined }),
      'getRiverActivitiesRuns',
    ),
  },
  {
    id: 'semantic-sort-by-another-key',
    class: 'semantic',
    title: 'With `sort_by=units`, activities are sorted by name',
    apply: onSuccess(
      ifQuery('sort_by', (_, exchange) => respondWithQuery(exchange, { sort_by: 'river_name' }), 'units'),
      'getActivities',
    ),
  },
  {
    id: 'semantic-direction-ignored',
    class: 'semantic',
    title: 'Run groups are always in descending order',
    apply: onSuccess(
      (_, exchange) => respondWithQuery(exchange, { sort_order: undefined }),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'semantic-direction-reversed',
    class: 'semantic',
    title: 'The sort order of activities is reversed',
    apply: onSuccess(
      (_, exchange) =>
        respondWithQuery(exchange, {
          sort_order: exchange.request.query.sort_order === 'asc' ? 'desc' : 'asc',
        }),
      'getActivities',
    ),
  },
  {
    id: 'semantic-one-out-of-order',
    class: 'semantic',
    title: 'The first activity on a page is at its end',
    apply: onSuccess((response) => {
      const [first, ...rest] = itemsOf(response);
      return first === undefined ? response : withItems(response, [...rest, first]);
    }, 'getActivities'),
  },
  {
    id: 'semantic-order-unstable',
    class: 'semantic',
    title: 'Every second response has the runs of a page in reverse order',
    apply: onSuccess(
      (response, { turn }) =>
        turn % 2 === 0 ? withItems(response, itemsOf(response).toReversed()) : response,
      'getRiverActivitiesRuns',
    ),
  },
];
