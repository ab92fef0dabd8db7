import { askWith } from '../asked.ts';
import type { Fault } from '../fault.ts';
import { fail, leaveOut, onMistake } from './mistake.ts';

/** Bad pages, words and booleans in a query that are accepted or make the region fail. */
export const parameterFaults: readonly Fault[] = [
  {
    id: 'negative-page-wrong-type-accepted',
    class: 'negative',
    title: 'A page that is no number is the first',
    apply: onMistake('page', ['int_parsing'], leaveOut('page')),
  },
  {
    id: 'negative-page-below-minimum-accepted',
    class: 'negative',
    title: 'Page 0 of the activities is the first',
    apply: onMistake('page', ['greater_than_equal'], leaveOut('page'), 'getActivities'),
  },
  {
    id: 'negative-size-below-minimum-accepted',
    class: 'negative',
    title: 'Pages of no items have the default size',
    apply: onMistake('items_per_page', ['greater_than_equal'], leaveOut('items_per_page')),
  },
  {
    id: 'negative-above-maximum-accepted',
    class: 'negative',
    title: 'Pages may be larger than documented',
    apply: onMistake('items_per_page', ['less_than_equal'], (_, { ask, request }) => ask(request)),
  },
  {
    id: 'negative-above-maximum-clamped',
    class: 'negative',
    title: 'Too large a page of activities is cut to 200 without a word',
    apply: onMistake(
      'items_per_page',
      ['less_than_equal'],
      (_, exchange) => askWith(exchange, { items_per_page: 200 }),
      'getActivities',
    ),
  },
  {
    id: 'negative-unknown-status-ignored',
    class: 'negative',
    title: 'A status that there is not filters nothing',
    apply: onMistake('status', ['enum'], leaveOut('status')),
  },
  {
    id: 'negative-unknown-sort-ignored',
    class: 'negative',
    title: 'Runs can be sorted by what there is not',
    apply: onMistake('sort_by', ['enum'], leaveOut('sort_by'), 'getRiverActivitiesRuns'),
  },
  {
    id: 'negative-unknown-direction-ignored',
    class: 'negative',
    title: 'Lists can be sorted in a direction that there is not',
    apply: onMistake('sort_order', ['enum'], leaveOut('sort_order')),
  },
  {
    id: 'negative-unknown-type-fails',
    class: 'negative',
    title: 'A type of river that there is not makes the activities fail',
    apply: onMistake('river_type', ['enum'], fail, 'getActivities'),
  },
  {
    id: 'negative-boolean-accepted',
    class: 'negative',
    title: 'Activities take any text for `is_scheduled`',
    apply: onMistake('is_scheduled', ['bool_parsing'], leaveOut('is_scheduled'), 'getActivities'),
  },
  {
    id: 'negative-page-wrong-type-fails',
    class: 'negative',
    title: 'A page that is no number makes the region fail',
    apply: onMistake('page', ['int_parsing'], fail),
  },
];
