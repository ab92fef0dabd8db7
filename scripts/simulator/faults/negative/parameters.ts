import { bodyOf, serverError } from '../change.ts';
import type { FaultChange, FaultTable } from '../fault.ts';
import { asIfQuery, respondWithKnownIds } from '../other-requests.ts';

const malformed = ['string_pattern_mismatch', 'datetime_parsing'] as const;

/** Invalid parameters in a query or path that are accepted or get 500. */
export const parameterFaults: FaultTable = {
  'negative-page-wrong-type-accepted': {
    title: 'A page that is not a number counts as page 1',
    422: onIssue('page', ['int_parsing'], asIfQuery({ page: undefined })),
  },
  'negative-page-below-minimum-accepted': {
    title: 'Page 0 of the activities counts as page 1',
    'getActivities 422': onIssue('page', ['greater_than_equal'], asIfQuery({ page: undefined })),
  },
  'negative-size-below-minimum-accepted': {
    title: '`items_per_page=0` counts as the default size',
    422: onIssue('items_per_page', ['greater_than_equal'], asIfQuery({ items_per_page: undefined })),
  },
  'negative-above-maximum-accepted': {
    title: 'Pages can be larger than the documented maximum',
    422: onIssue('items_per_page', ['less_than_equal'], (_, { respond, request }) => respond(request)),
  },
  'negative-above-maximum-clamped': {
    title: 'Page sizes above the maximum are silently reduced to 200 for the activities',
    'getActivities 422': onIssue('items_per_page', ['less_than_equal'], asIfQuery({ items_per_page: 200 })),
  },
  'negative-unknown-status-ignored': {
    title: 'An unknown status is ignored',
    422: onIssue('status', ['enum'], asIfQuery({ status: undefined })),
  },
  'negative-unknown-sort-ignored': {
    title: 'The runs ignore an unknown sort key',
    'getRiverActivitiesRuns 422': onIssue('sort_by', ['enum'], asIfQuery({ sort_by: undefined })),
  },
  'negative-unknown-direction-ignored': {
    title: 'An unknown sort order is ignored',
    422: onIssue('sort_order', ['enum'], asIfQuery({ sort_order: undefined })),
  },
  'negative-unknown-type-fails': {
    title: 'An unknown river type makes the activities return 500',
    'getActivities 422': onIssue('river_type', ['enum'], serverError),
  },
  'negative-boolean-accepted': {
    title: 'The activities accept any text for `is_scheduled`',
    'getActivities 422': onIssue('is_scheduled', ['bool_parsing'], asIfQuery({ is_scheduled: undefined })),
  },
  'negative-page-wrong-type-fails': {
    title: 'A page that is not a number gets 500',
    422: onIssue('page', ['int_parsing'], serverError),
  },
  'negative-malformed-date-accepted': {
    title: 'Any text is accepted as `start_time`',
    422: onIssue('start_time', malformed, asIfQuery({ start_time: undefined })),
  },
  'negative-malformed-date-fails': {
    title: 'A malformed `start_time` gets 500',
    422: onIssue('start_time', malformed, serverError),
  },
  'negative-missing-start-accepted': {
    title: '`start_time` is not required',
    422: onIssue('start_time', ['missing'], asIfQuery({ start_time: undefined })),
  },
  'negative-missing-end-fails': {
    title: 'A request without `end_time` gets 500',
    422: onIssue('end_time', ['missing'], serverError),
  },
  'negative-malformed-id-fails': {
    title: 'A malformed run id gets 500',
    'getRiverActivitiesRun 422': onIssue('run_id', ['string_pattern_mismatch'], serverError),
  },
  'negative-malformed-id-accepted': {
    title: 'The runs accept a malformed river id',
    'getRiverActivitiesRuns 422': onIssue('river_id', ['string_pattern_mismatch'], respondWithKnownIds),
  },
};

/** Applies the change to responses whose only issues are of these types, in this parameter. */
function onIssue(name: string, types: readonly string[], change: FaultChange): FaultChange {
  const matches = (issue: unknown): boolean =>
    isIssue(issue) && issue.loc.at(-1) === name && types.includes(issue.type);
  return (response, exchange) => {
    const { detail } = bodyOf(response);
    return Array.isArray(detail) && detail.every(matches) ? change(response, exchange) : response;
  };
}

function isIssue(
  candidate: unknown,
): candidate is { readonly type: string; readonly loc: readonly unknown[] } {
  return (
    typeof candidate === 'object' && candidate !== null && 'loc' in candidate && Array.isArray(candidate.loc)
  );
}
