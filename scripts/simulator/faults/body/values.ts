import { mapBody, mapItems, mapValue } from '../change.ts';
import { onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';

/** Values of another type or out of range. */
export const valueFaults: readonly Fault[] = [
  {
    id: 'body-null-where-required',
    class: 'body',
    title: 'The units of runs are null',
    apply: onSuccess(mapItems(mapValue('units', toNull)), 'getRiverActivitiesRuns', 'getRiverActivitiesRun'),
  },
  {
    id: 'body-null-name',
    class: 'body',
    title: 'The names of rivers are null in the activities',
    apply: onSuccess(mapItems(mapValue('river_name', toNull)), 'getActivities'),
  },
  {
    id: 'body-wrong-type',
    class: 'body',
    title: 'The total units of the environment are text',
    apply: onSuccess(mapBody(mapValue('total_units', String)), 'getActivitiesStatistic'),
  },
  {
    id: 'body-boolean-as-text',
    class: 'body',
    title: '`is_multi` of the activities is text',
    apply: onSuccess(mapItems(mapValue('is_multi', String)), 'getActivities'),
  },
  {
    id: 'body-milliseconds-as-text',
    class: 'body',
    title: 'The start of a single run in milliseconds is text',
    apply: onSuccess(mapItems(mapValue('start_date_in_milliseconds', String)), 'getRiverActivitiesRun'),
  },
  {
    id: 'body-id-as-number',
    class: 'body',
    title: 'The ids of sub rivers are numbers',
    apply: onSuccess(mapItems(mapValue('sub_river_id', () => 5012)), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'body-fraction-for-integer',
    class: 'body',
    title: 'The count of failed runs is a fraction',
    apply: onSuccess(mapBody(mapValue('failed', plus(0.5))), 'getRiverActivitiesStatistic'),
  },
  {
    id: 'body-total-fraction',
    class: 'body',
    title: 'The number of run groups is a fraction',
    apply: onSuccess(mapBody(mapValue('total_items', plus(0.5))), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'body-below-minimum',
    class: 'body',
    title: 'Runs moved a negative number of rows',
    apply: onSuccess(mapItems(mapValue('total_rows', () => -1)), 'getRiverActivitiesRuns'),
  },
  {
    id: 'body-page-from-zero',
    class: 'body',
    title: 'Page numbers of the targets start at 0',
    apply: onSuccess(mapBody(mapValue('page', plus(-1))), 'getRiverActivitiesTargets'),
  },
  {
    id: 'body-time-as-text',
    class: 'body',
    title: 'A started run has text for `run_insert_date`',
    apply: onSuccess(mapBody(mapValue('run_insert_date', String)), 'runRiver'),
  },
];

function toNull(): null {
  return null;
}

function plus(difference: number): (number: unknown) => number {
  return (number) => Number(number) + difference;
}
