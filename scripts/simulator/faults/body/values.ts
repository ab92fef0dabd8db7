import { mapBody, mapItems, mapValue, plus } from '../change.ts';
import { ofRuns } from '../conditions.ts';
import type { FaultTable } from '../fault.ts';

/** Values of another type or out of range, and text that breaks its pattern, its enum or its time format. */
export const valueFaults: FaultTable = {
  'body-null-where-required': {
    title: 'The units of runs are null',
    ...ofRuns(mapItems(mapValue('units', toNull))),
  },
  'body-null-name': {
    title: 'The names of rivers are null in the activities',
    getActivities: mapItems(mapValue('river_name', toNull)),
  },
  'body-wrong-type': {
    title: 'The total units of the environment are text',
    getActivitiesStatistic: mapBody(mapValue('total_units', String)),
  },
  'body-boolean-as-text': {
    title: '`is_multi` of the activities is text',
    getActivities: mapItems(mapValue('is_multi', String)),
  },
  'body-milliseconds-as-text': {
    title: 'The start of a single run in milliseconds is text',
    getRiverActivitiesRun: mapItems(mapValue('start_date_in_milliseconds', String)),
  },
  'body-id-as-number': {
    title: 'The ids of sub rivers are numbers',
    getRiverActivitiesSubRivers: mapItems(mapValue('sub_river_id', () => 5012)),
  },
  'body-fraction-for-integer': {
    title: 'The count of failed runs is a fraction',
    getRiverActivitiesStatistic: mapBody(mapValue('failed', plus(0.5))),
  },
  'body-total-fraction': {
    title: 'The number of run groups is a fraction',
    getRiverActivitiesRunGroups: mapBody(mapValue('total_items', plus(0.5))),
  },
  'body-below-minimum': {
    title: 'Runs moved a negative number of rows',
    getRiverActivitiesRuns: mapItems(mapValue('total_rows', () => -1)),
  },
  'body-page-from-zero': {
    title: 'Page numbers of the targets start at 0',
    getRiverActivitiesTargets: mapBody(mapValue('page', plus(-1))),
  },
  'body-time-as-text': {
    title: 'A started run has text for `run_insert_date`',
    runRiver: mapBody(mapValue('run_insert_date', String)),
  },
  'body-enum-outside': {
    title: 'Succeeded run groups have the status `done`',
    getRiverActivitiesRunGroups: mapItems(mapValue('status', doneFor('succeeded'))),
  },
  'body-enum-upper-case': {
    title: 'The status of a single run is in capitals',
    getRiverActivitiesRun: mapItems(mapValue('status', upperCase)),
  },
  'body-run-status-word': {
    title: 'A started run has a word for its status instead of a letter',
    runRiver: mapBody(mapValue('river_run_status', () => 'waiting')),
  },
  'body-pattern-broken': {
    title: 'The ids of run groups are in capitals',
    getRiverActivitiesRunGroups: mapItems(mapValue('run_group_id', upperCase)),
  },
  'body-id-too-long': {
    title: 'River ids have two digits too many in the activities',
    getActivities: mapItems(mapValue('cross_id', (id) => `${id}00`)),
  },
  'body-id-as-uuid': {
    title: 'The id of a single run has dashes',
    getRiverActivitiesRun: mapItems(mapValue('run_id', withDashes)),
  },
  'body-account-broken': {
    title: 'The statistics of a river have a name instead of an id for the account',
    getRiverActivitiesStatistic: mapBody(mapValue('account', () => 'main account')),
  },
  'body-date-other-format': {
    title: 'The start times of runs have a space instead of the `T`',
    getRiverActivitiesRuns: mapItems(mapValue('start_date_utc', (time) => String(time).replace('T', ' '))),
  },
  'body-date-with-z': {
    title: 'The start times of run groups end with `Z`',
    getRiverActivitiesRunGroups: mapItems(mapValue('run_date_utc', (time) => `${time}Z`)),
  },
  'body-date-with-offset': {
    title: 'The end time of a single run has an offset',
    getRiverActivitiesRun: mapItems(
      mapValue('end_date_utc', (time) => (time === null ? null : `${time}+00:00`)),
    ),
  },
  'body-empty-text-for-null': {
    title: 'Runs that have not ended have an empty end time instead of null',
    getRiverActivitiesRuns: mapItems(mapValue('end_date_utc', (time) => time ?? '')),
  },
};

function toNull(): null {
  return null;
}

function doneFor(word: string): (status: unknown) => unknown {
  return (status) => (status === word ? 'done' : status);
}

function upperCase(text: unknown): string {
  return String(text).toUpperCase();
}

function withDashes(id: unknown): string {
  return String(id).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
