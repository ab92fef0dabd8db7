import { localSettings } from '../../settings.ts';
import { askAt } from '../asked.ts';
import type { Fault } from '../fault.ts';
import { fail, leaveOut, onMistake } from './mistake.ts';

const malformed = ['string_pattern_mismatch', 'datetime_parsing'] as const;

/** Bad windows and malformed ids that are accepted or make the region fail. */
export const timeAndIdFaults: readonly Fault[] = [
  {
    id: 'negative-malformed-date-accepted',
    class: 'negative',
    title: 'Any text is taken for a time',
    apply: onMistake('start_time', malformed, leaveOut('start_time')),
  },
  {
    id: 'negative-malformed-date-fails',
    class: 'negative',
    title: 'Text that is no time makes the region fail',
    apply: onMistake('start_time', malformed, fail),
  },
  {
    id: 'negative-missing-start-accepted',
    class: 'negative',
    title: 'No start of the window is needed',
    apply: onMistake('start_time', ['missing'], leaveOut('start_time')),
  },
  {
    id: 'negative-missing-end-fails',
    class: 'negative',
    title: 'Without an end of the window, the region fails',
    apply: onMistake('end_time', ['missing'], fail),
  },
  {
    id: 'negative-malformed-id-fails',
    class: 'negative',
    title: 'An id of the wrong form makes a single run fail',
    apply: onMistake('run_id', ['string_pattern_mismatch'], fail, 'getRiverActivitiesRun'),
  },
  {
    id: 'negative-malformed-id-accepted',
    class: 'negative',
    title: 'Runs are shown for an id of a river that has the wrong form',
    apply: onMistake(
      'river_id',
      ['string_pattern_mismatch'],
      (_, exchange) => askAt(exchange, localSettings(exchange.region).variables),
      'getRiverActivitiesRuns',
    ),
  },
];
