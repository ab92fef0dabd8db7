import { mapItems, mapLastItem, value, without } from '../change.ts';
import type { Fault } from '../fault.ts';
import { ifSent, onLaterPages, onSuccess } from '../when.ts';

/** Wrong in one place, on one page or for one value only. */
export const sometimesFaults: readonly Fault[] = [
  {
    id: 'body-last-item-null',
    class: 'body',
    title: 'The last run of a page has null for its status',
    apply: onSuccess(mapLastItem(value('status', () => null)), 'getRiverActivitiesRuns'),
  },
  {
    id: 'body-last-item-missing',
    class: 'body',
    title: 'The last of the activities on a page has no `last_run`',
    apply: onSuccess(mapLastItem(without('last_run')), 'getActivities'),
  },
  {
    id: 'body-from-page-2',
    class: 'body',
    title: 'From page 2 on, run groups start at a time in text',
    apply: onSuccess(
      onLaterPages(mapItems(value('run_date_epoch_milliseconds', String))),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'body-from-page-2-missing',
    class: 'body',
    title: 'From page 2 on, activities have no `canceled`',
    apply: onSuccess(onLaterPages(mapItems(without('canceled'))), 'getActivities'),
  },
  {
    id: 'body-under-one-status',
    class: 'body',
    title: 'Targets have null for their units, asked for those with failed runs',
    apply: onSuccess(
      ifSent('status', mapItems(value('rpu', () => null)), 'failed'),
      'getRiverActivitiesTargets',
    ),
  },
  {
    id: 'body-under-one-type',
    class: 'body',
    title: 'Activities of logic rivers have text for their units',
    apply: onSuccess(ifSent('river_type', mapItems(value('rpu', String)), 'logic'), 'getActivities'),
  },
  {
    id: 'body-ascending-only',
    class: 'body',
    title: 'In ascending order, runs have no `units`',
    apply: onSuccess(ifSent('sort_order', mapItems(without('units')), 'asc'), 'getRiverActivitiesRuns'),
  },
];
