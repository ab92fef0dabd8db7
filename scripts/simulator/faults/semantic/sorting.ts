import { askWith } from '../asked.ts';
import { itemsOf, withItems } from '../change.ts';
import type { Fault } from '../fault.ts';
import { ifSent, onSuccess } from '../when.ts';

/** Lists in another order than asked for. */
export const sortFaults: readonly Fault[] = [
  {
    id: 'semantic-sort-ignored',
    class: 'semantic',
    title: 'Runs are in the order of their start, whatever they are to be sorted by',
    apply: onSuccess((_, exchange) => askWith(exchange, { sort_by: undefined }), 'getRiverActivitiesRuns'),
  },
  {
    id: 'semantic-sort-by-another-key',
    class: 'semantic',
    title: 'Activities to be sorted by units are sorted by name',
    apply: onSuccess(
      ifSent('sort_by', (_, exchange) => askWith(exchange, { sort_by: 'river_name' }), 'units'),
      'getActivities',
    ),
  },
  {
    id: 'semantic-direction-ignored',
    class: 'semantic',
    title: 'Run groups are in descending order, whatever is asked for',
    apply: onSuccess(
      (_, exchange) => askWith(exchange, { sort_order: undefined }),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'semantic-direction-reversed',
    class: 'semantic',
    title: 'Activities that are to ascend descend, and the other way round',
    apply: onSuccess(
      (_, exchange) =>
        askWith(exchange, { sort_order: exchange.request.query.sort_order === 'asc' ? 'desc' : 'asc' }),
      'getActivities',
    ),
  },
  {
    id: 'semantic-one-out-of-order',
    class: 'semantic',
    title: 'The first of the activities on a page stands at its end',
    apply: onSuccess((answer) => {
      const [first, ...rest] = itemsOf(answer);
      return first === undefined ? answer : withItems(answer, [...rest, first]);
    }, 'getActivities'),
  },
  {
    id: 'semantic-order-unstable',
    class: 'semantic',
    title: 'Every other time the runs of a page are in the opposite order',
    apply: onSuccess(
      (answer, { turn }) => (turn % 2 === 0 ? withItems(answer, itemsOf(answer).toReversed()) : answer),
      'getRiverActivitiesRuns',
    ),
  },
];
