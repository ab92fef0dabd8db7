import { localSettings } from '../../settings.ts';
import type { Fault } from '../fault.ts';
import { respondWithPath } from '../other-requests.ts';
import { onIssue, serverError, withoutParameter } from './on-issue.ts';

const malformed = ['string_pattern_mismatch', 'datetime_parsing'] as const;

/** Invalid windows and malformed ids that are accepted or get 500. */
export const timeAndIdFaults: readonly Fault[] = [
  {
    id: 'negative-malformed-date-accepted',
    class: 'negative',
    title: 'Any text is accepted as `start_time`',
    apply: onIssue('start_time', malformed, withoutParameter('start_time')),
  },
  {
    id: 'negative-malformed-date-fails',
    class: 'negative',
    title: 'A malformed `start_time` gets 500',
    apply: onIssue('start_time', malformed, serverError),
  },
  {
    id: 'negative-missing-start-accepted',
    class: 'negative',
    title: '`start_time` is not required',
    apply: onIssue('start_time', ['missing'], withoutParameter('start_time')),
  },
  {
    id: 'negative-missing-end-fails',
    class: 'negative',
    title: 'A request without `end_time` gets 500',
    apply: onIssue('end_time', ['missing'], serverError),
  },
  {
    id: 'negative-malformed-id-fails',
    class: 'negative',
    title: 'A malformed run id gets 500',
    apply: onIssue('run_id', ['string_pattern_mismatch'], serverError, 'getRiverActivitiesRun'),
  },
  {
    id: 'negative-malformed-id-accepted',
    class: 'negative',
    title: 'The runs accept a malformed river id',
    apply: onIssue(
      'river_id',
      ['string_pattern_mismatch'],
      (_, exchange) => respondWithPath(exchange, localSettings(exchange.region).variables),
      'getRiverActivitiesRuns',
    ),
  },
];
