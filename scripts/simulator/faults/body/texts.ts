import { mapBody, mapItems, mapValue } from '../change.ts';
import { onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';

/** Text that breaks its pattern, its enum or its time format. */
export const textFaults: readonly Fault[] = [
  {
    id: 'body-enum-outside',
    class: 'body',
    title: 'Succeeded run groups have the status `done`',
    apply: onSuccess(mapItems(mapValue('status', doneFor('succeeded'))), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'body-enum-upper-case',
    class: 'body',
    title: 'The status of a single run is in capitals',
    apply: onSuccess(mapItems(mapValue('status', upperCase)), 'getRiverActivitiesRun'),
  },
  {
    id: 'body-run-status-word',
    class: 'body',
    title: 'A started run has a word for its status instead of a letter',
    apply: onSuccess(mapBody(mapValue('river_run_status', () => 'waiting')), 'runRiver'),
  },
  {
    id: 'body-pattern-broken',
    class: 'body',
    title: 'The ids of run groups are in capitals',
    apply: onSuccess(mapItems(mapValue('run_group_id', upperCase)), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'body-id-too-long',
    class: 'body',
    title: 'River ids have two digits too many in the activities',
    apply: onSuccess(mapItems(mapValue('cross_id', (id) => `${id}00`)), 'getActivities'),
  },
  {
    id: 'body-id-as-uuid',
    class: 'body',
    title: 'The id of a single run has dashes',
    apply: onSuccess(mapItems(mapValue('run_id', withDashes)), 'getRiverActivitiesRun'),
  },
  {
    id: 'body-account-broken',
    class: 'body',
    title: 'The statistics of a river have a name instead of an id for the account',
    apply: onSuccess(mapBody(mapValue('account', () => 'main account')), 'getRiverActivitiesStatistic'),
  },
  {
    id: 'body-date-other-format',
    class: 'body',
    title: 'The start times of runs have a space instead of the `T`',
    apply: onSuccess(
      mapItems(mapValue('start_date_utc', (time) => String(time).replace('T', ' '))),
      'getRiverActivitiesRuns',
    ),
  },
  {
    id: 'body-date-with-z',
    class: 'body',
    title: 'The start times of run groups end with `Z`',
    apply: onSuccess(mapItems(mapValue('run_date_utc', (time) => `${time}Z`)), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'body-date-with-offset',
    class: 'body',
    title: 'The end time of a single run has an offset',
    apply: onSuccess(
      mapItems(mapValue('end_date_utc', (time) => (time === null ? null : `${time}+00:00`))),
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'body-empty-text-for-null',
    class: 'body',
    title: 'Runs that have not ended have an empty end time instead of null',
    apply: onSuccess(mapItems(mapValue('end_date_utc', (time) => time ?? '')), 'getRiverActivitiesRuns'),
  },
];

function doneFor(word: string): (status: unknown) => unknown {
  return (status) => (status === word ? 'done' : status);
}

function upperCase(text: unknown): string {
  return String(text).toUpperCase();
}

function withDashes(id: unknown): string {
  return String(id).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
