import { replaceWith, serverError, withItems } from '../change.ts';
import type { FaultTable } from '../fault.ts';
import { respondWithKnownIds } from '../other-requests.ts';

/** Wrong responses for unknown ids and for those of a foreign account. */
export const unknownIdFaults: FaultTable = {
  'negative-404-as-200-null': {
    title: 'What does not exist gets 200 and null',
    404: replaceWith(200, null),
  },
  'negative-404-as-another-run': {
    title: 'For an unknown run, another run is returned',
    'getRiverActivitiesRun 404': respondWithKnownIds,
  },
  'negative-404-as-empty-list': {
    title: 'The targets of an unknown river are an empty list',
    'getRiverActivitiesTargets 404': (response, exchange) =>
      withItems(respondWithKnownIds(response, exchange), []),
  },
  'negative-404-as-500': {
    title: 'The runs of an unknown river get 500',
    'getRiverActivitiesRuns 404': serverError,
  },
  'negative-404-as-400': {
    title: 'The statistics of an unknown river get 400',
    'getRiverActivitiesStatistic 404': replaceWith(400, { detail: 'Unknown river' }),
  },
  'negative-foreign-account-accepted': {
    title: 'The activities of a foreign account or environment are returned',
    'getActivities 403': respondWithKnownIds,
  },
  'negative-403-as-404': {
    title: 'A foreign account gets 404 instead of 403',
    403: replaceWith(404, { detail: 'Not Found' }),
  },
};
