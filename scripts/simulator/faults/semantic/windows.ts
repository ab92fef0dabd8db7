import { askWith } from '../asked.ts';
import type { Fault } from '../fault.ts';
import { onSuccess } from '../when.ts';

/** Windows of time that are not kept. */
export const windowFaults: readonly Fault[] = [
  {
    id: 'semantic-start-ignored',
    class: 'semantic',
    title: 'Runs from before the window are listed',
    apply: onSuccess((_, exchange) => askWith(exchange, { start_time: undefined }), 'getRiverActivitiesRuns'),
  },
  {
    id: 'semantic-end-ignored',
    class: 'semantic',
    title: 'Run groups from after the window are listed',
    apply: onSuccess(
      (_, exchange) => askWith(exchange, { end_time: undefined }),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'semantic-window-ignored',
    class: 'semantic',
    title: 'The statistics of the environment are those of all times',
    apply: onSuccess(
      (_, exchange) => askWith(exchange, { start_time: undefined, end_time: undefined }),
      'getActivitiesStatistic',
    ),
  },
];
