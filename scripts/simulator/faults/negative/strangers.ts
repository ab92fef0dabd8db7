import { localSettings } from '../../settings.ts';
import { askAt } from '../asked.ts';
import { instead, withItems } from '../change.ts';
import type { Fault } from '../fault.ts';
import { onStatus } from '../when.ts';

/** Ids of the right form that nothing has, or that others have. */
export const strangerFaults: readonly Fault[] = [
  {
    id: 'negative-404-as-200-null',
    class: 'negative',
    title: 'What is not found is answered with 200 and null',
    apply: onStatus(404, instead(200, null)),
  },
  {
    id: 'negative-404-as-another-run',
    class: 'negative',
    title: 'Asked for a run that there is not, another one is shown',
    apply: onStatus(
      404,
      (_, exchange) => askAt(exchange, localSettings(exchange.region).variables),
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'negative-404-as-empty-list',
    class: 'negative',
    title: 'The targets of a river that there is not are an empty list',
    apply: onStatus(
      404,
      (_, exchange) => withItems(askAt(exchange, localSettings(exchange.region).variables), []),
      'getRiverActivitiesTargets',
    ),
  },
  {
    id: 'negative-404-as-500',
    class: 'negative',
    title: 'Asked for the runs of a river that there is not, the region fails',
    apply: onStatus(404, instead(500, { detail: 'Internal Server Error' }), 'getRiverActivitiesRuns'),
  },
  {
    id: 'negative-404-as-400',
    class: 'negative',
    title: 'The statistics of a river that there is not are a bad request',
    apply: onStatus(404, instead(400, { detail: 'Unknown river' }), 'getRiverActivitiesStatistic'),
  },
  {
    id: 'negative-foreign-account-accepted',
    class: 'negative',
    title: 'The activities of a foreign account or environment are shown',
    apply: onStatus(
      403,
      (_, exchange) => askAt(exchange, localSettings(exchange.region).variables),
      'getActivities',
    ),
  },
  {
    id: 'negative-403-as-404',
    class: 'negative',
    title: 'What belongs to a foreign account is not found, where it should be forbidden',
    apply: onStatus(403, instead(404, { detail: 'Not Found' })),
  },
];
