import { mapBody, mapItems, value } from '../change.ts';
import type { Fault } from '../fault.ts';
import { onSuccess } from '../when.ts';

/** Null, numbers and booleans: values of another type or out of bounds. */
export const valueFaults: readonly Fault[] = [
  {
    id: 'body-null-where-required',
    class: 'body',
    title: 'The units of runs are null',
    apply: onSuccess(mapItems(value('units', toNull)), 'getRiverActivitiesRuns', 'getRiverActivitiesRun'),
  },
  {
    id: 'body-null-name',
    class: 'body',
    title: 'The names of rivers are null in the activities',
    apply: onSuccess(mapItems(value('river_name', toNull)), 'getActivities'),
  },
  {
    id: 'body-wrong-type',
    class: 'body',
    title: 'The total units of the environment are text',
    apply: onSuccess(mapBody(value('total_units', String)), 'getActivitiesStatistic'),
  },
  {
    id: 'body-boolean-as-text',
    class: 'body',
    title: 'Activities say `is_multi` in text',
    apply: onSuccess(mapItems(value('is_multi', String)), 'getActivities'),
  },
  {
    id: 'body-milliseconds-as-text',
    class: 'body',
    title: 'The start of a single run is text',
    apply: onSuccess(mapItems(value('start_date_in_milliseconds', String)), 'getRiverActivitiesRun'),
  },
  {
    id: 'body-id-as-number',
    class: 'body',
    title: 'The ids of sub rivers are numbers',
    apply: onSuccess(mapItems(value('sub_river_id', () => 5012)), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'body-fraction-for-integer',
    class: 'body',
    title: 'Failed runs are counted in halves',
    apply: onSuccess(mapBody(value('failed', plus(0.5))), 'getRiverActivitiesStatistic'),
  },
  {
    id: 'body-total-fraction',
    class: 'body',
    title: 'The number of run groups is a fraction',
    apply: onSuccess(mapBody(value('total_items', plus(0.5))), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'body-below-minimum',
    class: 'body',
    title: 'Runs moved a negative number of rows',
    apply: onSuccess(mapItems(value('total_rows', () => -1)), 'getRiverActivitiesRuns'),
  },
  {
    id: 'body-page-from-zero',
    class: 'body',
    title: 'Pages of targets are counted from 0',
    apply: onSuccess(mapBody(value('page', plus(-1))), 'getRiverActivitiesTargets'),
  },
  {
    id: 'body-time-as-text',
    class: 'body',
    title: 'A run that was started says in text when it was accepted',
    apply: onSuccess(mapBody(value('run_insert_date', String)), 'runRiver'),
  },
];

function toNull(): null {
  return null;
}

function plus(difference: number): (number: unknown) => number {
  return (number) => Number(number) + difference;
}
