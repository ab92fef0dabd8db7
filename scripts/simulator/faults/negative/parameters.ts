import type { Fault } from '../fault.ts';
import { respondWithQuery } from '../other-requests.ts';
import { onIssue, serverError, withoutParameter } from './on-issue.ts';

/** Invalid pages, enum values and booleans in a query that are accepted or get 500. */
export const parameterFaults: readonly Fault[] = [
  {
    id: 'negative-page-wrong-type-accepted',
    class: 'negative',
    title: 'A page that is not a number counts as page 1',
    apply: onIssue('page', ['int_parsing'], withoutParameter('page')),
  },
  {
    id: 'negative-page-below-minimum-accepted',
    class: 'negative',
    title: 'Page 0 of the activities counts as page 1',
    apply: onIssue('page', ['greater_than_equal'], withoutParameter('page'), 'getActivities'),
  },
  {
    id: 'negative-size-below-minimum-accepted',
    class: 'negative',
    title: '`items_per_page=0` counts as the default size',
    apply: onIssue('items_per_page', ['greater_than_equal'], withoutParameter('items_per_page')),
  },
  {
    id: 'negative-above-maximum-accepted',
    class: 'negative',
    title: 'Pages can be larger than the documented maximum',
    apply: onIssue('items_per_page', ['less_than_equal'], (_, { respond, request }) => respond(request)),
  },
  {
    id: 'negative-above-maximum-clamped',
    class: 'negative',
    title: 'Page sizes above the maximum are silently reduced to 200 for the activities',
    apply: onIssue(
      'items_per_page',
      ['less_than_equal'],
      (_, exchange) => respondWithQuery(exchange, { items_per_page: 200 }),
      'getActivities',
    ),
  },
  {
    id: 'negative-unknown-status-ignored',
    class: 'negative',
    title: 'An unknown status is ignored',
    apply: onIssue('status', ['enum'], withoutParameter('status')),
  },
  {
    id: 'negative-unknown-sort-ignored',
    class: 'negative',
    title: 'The runs ignore an unknown sort key',
    apply: onIssue('sort_by', ['enum'], withoutParameter('sort_by'), 'getRiverActivitiesRuns'),
  },
  {
    id: 'negative-unknown-direction-ignored',
    class: 'negative',
    title: 'An unknown sort order is ignored',
    apply: onIssue('sort_order', ['enum'], withoutParameter('sort_order')),
  },
  {
    id: 'negative-unknown-type-fails',
    class: 'negative',
    title: 'An unknown river type makes the activities return 500',
    apply: onIssue('river_type', ['enum'], serverError, 'getActivities'),
  },
  {
    id: 'negative-boolean-accepted',
    class: 'negative',
    title: 'The activities accept any text for `is_scheduled`',
    apply: onIssue('is_scheduled', ['bool_parsing'], withoutParameter('is_scheduled'), 'getActivities'),
  },
  {
    id: 'negative-page-wrong-type-fails',
    class: 'negative',
    title: 'A page that is not a number gets 500',
    apply: onIssue('page', ['int_parsing'], serverError),
  },
];
