import { mapItems, mapLastItem, mapValue, removeProperty } from '../change.ts';
import { ifQuery, onLaterPages } from '../conditions.ts';
import type { FaultTable } from '../fault.ts';

/** Bodies that break their schema only in one item, on some pages or for one parameter value. */
export const conditionalFaults: FaultTable = {
  'body-last-item-null': {
    title: 'The last run of a page has null for its status',
    getRiverActivitiesRuns: mapLastItem(mapValue('status', () => null)),
  },
  'body-last-item-missing': {
    title: 'The last activity on a page has no `last_run`',
    getActivities: mapLastItem(removeProperty('last_run')),
  },
  'body-from-page-2': {
    title: 'From page 2 on, run groups have their start in milliseconds as text',
    getRiverActivitiesRunGroups: onLaterPages(mapItems(mapValue('run_date_epoch_milliseconds', String))),
  },
  'body-from-page-2-missing': {
    title: 'From page 2 on, activities have no `canceled`',
    getActivities: onLaterPages(mapItems(removeProperty('canceled'))),
  },
  'body-under-one-status': {
    title: 'With `status=failed`, targets have null for their `rpu`',
    getRiverActivitiesTargets: ifQuery('status', mapItems(mapValue('rpu', () => null)), 'failed'),
  },
  'body-under-one-type': {
    title: 'With `river_type=logic`, activities have text for their `rpu`',
    getActivities: ifQuery('river_type', mapItems(mapValue('rpu', String)), 'logic'),
  },
  'body-ascending-only': {
    title: 'In ascending order, runs have no `units`',
    getRiverActivitiesRuns: ifQuery('sort_order', mapItems(removeProperty('units')), 'asc'),
  },
};
