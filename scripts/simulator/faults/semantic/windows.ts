import { onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';
import { respondWithQuery } from '../other-requests.ts';

/** Time windows that the region ignores. */
export const windowFaults: readonly Fault[] = [
  {
    id: 'semantic-start-ignored',
    class: 'semantic',
    title: 'The runs ignore `start_time`',
    apply: onSuccess(
      (_, exchange) => respondWithQuery(exchange, { start_time: undefined }),
      'getRiverActivitiesRuns',
    ),
  },
  {
    id: 'semantic-end-ignored',
    class: 'semantic',
    title: 'The run groups ignore `end_time`',
    apply: onSuccess(
      (_, exchange) => respondWithQuery(exchange, { end_time: undefined }),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'semantic-window-ignored',
    class: 'semantic',
    title: 'The statistics of the environment ignore the time window',
    apply: onSuccess(
      (_, exchange) => respondWithQuery(exchange, { start_time: undefined, end_time: undefined }),
      'getActivitiesStatistic',
    ),
  },
];
