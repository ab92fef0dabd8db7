import { itemsOf, withItems } from '../change.ts';
import { ifQuery } from '../conditions.ts';
import type { FaultTable } from '../fault.ts';
import { asIfQuery, respondWithQuery } from '../other-requests.ts';

/** Lists in another order than requested. */
export const sortFaults: FaultTable = {
  'semantic-sort-ignored': {
    title: 'Runs are always sorted by their start',
    getRiverActivitiesRuns: asIfQuery({ sort_by: undefined }),
  },
  'semantic-sort-by-another-key': {
    title: 'With `sort_by=units`, activities are sorted by name',
    getActivities: ifQuery('sort_by', asIfQuery({ sort_by: 'river_name' }), 'units'),
  },
  'semantic-direction-ignored': {
    title: 'Run groups are always in descending order',
    getRiverActivitiesRunGroups: asIfQuery({ sort_order: undefined }),
  },
  'semantic-direction-reversed': {
    title: 'The sort order of activities is reversed',
    getActivities: (_, exchange) => {
      const ascending = exchange.request.query.sort_order === 'asc';
      return respondWithQuery(exchange, { sort_order: ascending ? 'desc' : 'asc' });
    },
  },
  'semantic-one-out-of-order': {
    title: 'The first activity on a page is at its end',
    getActivities: (response) => {
      const [first, ...rest] = itemsOf(response);
      return first === undefined ? response : withItems(response, [...rest, first]);
    },
  },
  'semantic-order-unstable': {
    title: 'Every second response has the runs of a page in reverse order',
    getRiverActivitiesRuns: (response, { turn }) =>
      turn % 2 === 0 ? withItems(response, itemsOf(response).toReversed()) : response,
  },
};
