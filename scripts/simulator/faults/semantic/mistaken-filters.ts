import { askWith } from '../asked.ts';
import { itemsOf, withItems } from '../change.ts';
import type { Fault, FaultChange } from '../fault.ts';
import { ifSent, onSuccess } from '../when.ts';

/** Filters that keep something else than they should. */
export const mistakenFilterFaults: readonly Fault[] = [
  {
    id: 'semantic-status-lets-one-through',
    class: 'semantic',
    title: 'Run groups of one status have one of another among them',
    apply: letsOneThrough('status', 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'semantic-scheduled-lets-one-through',
    class: 'semantic',
    title: 'Activities with a schedule have one without among them, and the other way round',
    apply: letsOneThrough('is_scheduled', 'getActivities'),
  },
  {
    id: 'semantic-status-swapped',
    class: 'semantic',
    title: 'Asked for run groups that failed, those that were canceled are listed',
    apply: onSuccess(
      ifSent('status', (_, exchange) => askWith(exchange, { status: 'canceled' }), 'failed'),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'semantic-succeed-finds-nothing',
    class: 'semantic',
    title: 'The documented word for success finds no run groups',
    apply: onSuccess(
      ifSent('status', (_, exchange) => askWith(exchange, { status: 'nothing' }), 'succeed'),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'semantic-type-swapped',
    class: 'semantic',
    title: 'Asked for action rivers, the activities of logic rivers are listed',
    apply: onSuccess(
      ifSent('river_type', (_, exchange) => askWith(exchange, { river_type: 'logic' }), 'actions'),
      'getActivities',
    ),
  },
];

/** The last item gives way to the first that the filter should have kept out. */
function letsOneThrough(name: string, operation: string): FaultChange {
  const change: FaultChange = (answer, exchange) => {
    const kept = itemsOf(answer);
    const all = itemsOf(askWith(exchange, { [name]: undefined, page: undefined, items_per_page: 200 }));
    const right = askWith(exchange, { page: undefined, items_per_page: 200 });
    const ids = new Set(itemsOf(right).map(({ run_group_id, cross_id }) => run_group_id ?? cross_id));
    const stranger = all.find(({ run_group_id, cross_id }) => !ids.has(run_group_id ?? cross_id));
    if (stranger === undefined || kept.length === 0) return answer;
    return withItems(answer, [...kept.slice(0, -1), stranger]);
  };
  return onSuccess(ifSent(name, change), operation);
}
