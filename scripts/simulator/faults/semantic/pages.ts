import { askWith, pageOf } from '../asked.ts';
import { itemsOf, withItems } from '../change.ts';
import type { Fault, FaultChange } from '../fault.ts';
import { onLaterPages, onSuccess } from '../when.ts';

/** Pages that are cut wrongly. */
export const pageFaults: readonly Fault[] = [
  {
    id: 'semantic-page-ignored',
    class: 'semantic',
    title: 'Each page of runs has the items of the first',
    apply: onSuccess(onLaterPages(withItemsOf({ page: 1 })), 'getRiverActivitiesRuns'),
  },
  {
    id: 'semantic-page-size-ignored',
    class: 'semantic',
    title: 'Pages of activities have the default size, whatever is asked for',
    apply: onSuccess((_, exchange) => askWith(exchange, { items_per_page: undefined }), 'getActivities'),
  },
  {
    id: 'semantic-one-item-too-many',
    class: 'semantic',
    title: 'Pages of run groups have one item more than asked for',
    apply: onSuccess((answer, exchange) => {
      const [next] = itemsOf(askWith(exchange, { page: pageOf(exchange) + 1 }));
      return next === undefined ? answer : withItems(answer, [...itemsOf(answer), next]);
    }, 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'semantic-item-on-two-pages',
    class: 'semantic',
    title: 'Pages of runs begin with the last item of the page before',
    apply: onSuccess(
      onLaterPages((answer, exchange) => {
        const before = itemsOf(askWith(exchange, { page: pageOf(exchange) - 1 })).slice(-1);
        return withItems(answer, [...before, ...itemsOf(answer).slice(before.length)]);
      }),
      'getRiverActivitiesRuns',
    ),
  },
  {
    id: 'semantic-item-between-pages-lost',
    class: 'semantic',
    title: 'The first run group of each page but the first is lost',
    apply: onSuccess(
      onLaterPages((answer, exchange) => {
        const after = itemsOf(askWith(exchange, { page: pageOf(exchange) + 1 })).slice(0, 1);
        return withItems(answer, [...itemsOf(answer).slice(1), ...after]);
      }),
      'getRiverActivitiesRunGroups',
    ),
  },
];

function withItemsOf(query: Readonly<Record<string, unknown>>): FaultChange {
  return (answer, exchange) => withItems(answer, itemsOf(askWith(exchange, query)));
}
