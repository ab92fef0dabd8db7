import { localSettings } from '../../settings.ts';
import { replaceWith, withItems } from '../change.ts';
import { onStatus } from '../conditions.ts';
import type { Fault } from '../fault.ts';
import { respondWithPath } from '../other-requests.ts';

/** Wrong responses for unknown ids and for those of a foreign account. */
export const unknownIdFaults: readonly Fault[] = [
  {
    id: 'negative-404-as-200-null',
    class: 'negative',
    title: 'What does not exist gets 200 and null',
    apply: onStatus(404, replaceWith(200, null)),
  },
  {
    id: 'negative-404-as-another-run',
    class: 'negative',
    title: 'For an unknown run, another run is returned',
    apply: onStatus(
      404,
      (_, exchange) => respondWithPath(exchange, localSettings(exchange.region).variables),
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'negative-404-as-empty-list',
    class: 'negative',
    title: 'The targets of an unknown river are an empty list',
    apply: onStatus(
      404,
      (_, exchange) => withItems(respondWithPath(exchange, localSettings(exchange.region).variables), []),
      'getRiverActivitiesTargets',
    ),
  },
  {
    id: 'negative-404-as-500',
    class: 'negative',
    title: 'The runs of an unknown river get 500',
    apply: onStatus(404, replaceWith(500, { detail: 'Internal Server Error' }), 'getRiverActivitiesRuns'),
  },
  {
    id: 'negative-404-as-400',
    class: 'negative',
    title: 'The statistics of an unknown river get 400',
    apply: onStatus(404, replaceWith(400, { detail: 'Unknown river' }), 'getRiverActivitiesStatistic'),
  },
  {
    id: 'negative-foreign-account-accepted',
    class: 'negative',
    title: 'The activities of a foreign account or environment are returned',
    apply: onStatus(
      403,
      (_, exchange) => respondWithPath(exchange, localSettings(exchange.region).variables),
      'getActivities',
    ),
  },
  {
    id: 'negative-403-as-404',
    class: 'negative',
    title: 'A foreign account gets 404 instead of 403',
    apply: onStatus(403, replaceWith(404, { detail: 'Not Found' })),
  },
];
