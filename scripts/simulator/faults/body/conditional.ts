import { mapItems, mapLastItem, mapValue, removeProperty } from '../change.ts';
import { ifQuery, onLaterPages, onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';

/** Bodies that break their schema only in one item, on some pages or for one parameter value. */
export const conditionalFaults: readonly Fault[] = [
  {
    id: 'body-last-item-null',
    class: 'body',
    title: 'The last run of a page has null for its status',
    apply: onSuccess(mapLastItem(mapValue('status', () => null)), 'getRiverActivitiesRuns'),
  },
  {
    id: 'body-last-item-missing',
    class: 'body',
    title: 'The last activity on a page has no `last_run`',
    apply: onSuccess(mapLastItem(removeProperty('last_run')), 'getActivities'),
  },
  {
    id: 'body-from-page-2',
    class: 'body',
    title: 'From page 2 on, run groups have their start in milliseconds as text',
    apply: onSuccess(
      onLaterPages(mapItems(mapValue('run_date_epoch_milliseconds', String))),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'body-from-page-2-missing',
    class: 'body',
    title: 'From page 2 on, activities have no `canceled`',
    apply: onSuccess(onLaterPages(mapItems(removeProperty('canceled'))), 'getActivities'),
  },
  {
    id: 'body-under-one-status',
    class: 'body',
    title: 'With `status=failed`, targets have null for their `rpu`',
    apply: onSuccess(
      ifQuery('status', mapItems(mapValue('rpu', () => null)), 'failed'),
      'getRiverActivitiesTargets',
    ),
  },
  {
    id: 'body-under-one-type',
    class: 'body',
    title: 'With `river_type=logic`, activities have text for their `rpu`',
    apply: onSuccess(ifQuery('river_type', mapItems(mapValue('rpu', String)), 'logic'), 'getActivities'),
  },
  {
    id: 'body-ascending-only',
    class: 'body',
    title: 'In ascending order, runs have no `units`',
    apply: onSuccess(
      ifQuery('sort_order', mapItems(removeProperty('units')), 'asc'),
      'getRiverActivitiesRuns',
    ),
  },
];
