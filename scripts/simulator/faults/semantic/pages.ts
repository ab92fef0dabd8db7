import { itemsOf, withItems } from '../change.ts';
import { onLaterPages, onSuccess } from '../conditions.ts';
import type { Fault, FaultChange } from '../fault.ts';
import { pageNumber, respondWithQuery } from '../other-requests.ts';

/** Pages with the wrong items. */
export const pageFaults: readonly Fault[] = [
  {
    id: 'semantic-page-ignored',
    class: 'semantic',
    title: 'Every page of runs has the items of page 1',
    apply: onSuccess(onLaterPages(withItemsOf({ page: 1 })), 'getRiverActivitiesRuns'),
  },
  {
    id: 'semantic-page-size-ignored',
    class: 'semantic',
    title: 'Pages of activities always have the default size',
    apply: onSuccess(
      (_, exchange) => respondWithQuery(exchange, { items_per_page: undefined }),
      'getActivities',
    ),
  },
  {
    id: 'semantic-one-item-too-many',
    class: 'semantic',
    title: 'Pages of run groups have one item more than requested',
    apply: onSuccess((response, exchange) => {
      const [next] = itemsOf(respondWithQuery(exchange, { page: pageNumber(exchange) + 1 }));
      return next === undefined ? response : withItems(response, [...itemsOf(response), next]);
    }, 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'semantic-item-on-two-pages',
    class: 'semantic',
    title: 'Pages of runs begin with the last item of the previous page',
    apply: onSuccess(
      onLaterPages((response, exchange) => {
        const before = itemsOf(respondWithQuery(exchange, { page: pageNumber(exchange) - 1 })).slice(-1);
        return withItems(response, [...before, ...itemsOf(response).slice(before.length)]);
      }),
      'getRiverActivitiesRuns',
    ),
  },
  {
    id: 'semantic-item-between-pages-lost',
    class: 'semantic',
    title: 'Later pages of run groups lack their first item',
    apply: onSuccess(
      onLaterPages((response, exchange) => {
        const after = itemsOf(respondWithQuery(exchange, { page: pageNumber(exchange) + 1 })).slice(0, 1);
        return withItems(response, [...itemsOf(response).slice(1), ...after]);
      }),
      'getRiverActivitiesRunGroups',
    ),
  },
];

function withItemsOf(query: Readonly<Record<string, unknown>>): FaultChange {
  return (response, exchange) => withItems(response, itemsOf(respondWithQuery(exchange, query)));
}
