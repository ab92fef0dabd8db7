import { mapBody, mapItems, value } from '../change.ts';
import type { Fault } from '../fault.ts';
import { onSuccess } from '../when.ts';

/** Text that breaks its pattern, its enumeration or its form of a time. */
export const textFaults: readonly Fault[] = [
  {
    id: 'body-enum-outside',
    class: 'body',
    title: 'Run groups that succeeded are `done`',
    apply: onSuccess(mapItems(value('status', doneFor('succeeded'))), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'body-enum-upper-case',
    class: 'body',
    title: 'The status of a single run is in capitals',
    apply: onSuccess(mapItems(value('status', upperCase)), 'getRiverActivitiesRun'),
  },
  {
    id: 'body-run-status-word',
    class: 'body',
    title: 'A run that was started has a word for its status, not a letter',
    apply: onSuccess(mapBody(value('river_run_status', () => 'waiting')), 'runRiver'),
  },
  {
    id: 'body-pattern-broken',
    class: 'body',
    title: 'The ids of run groups are in capitals',
    apply: onSuccess(mapItems(value('run_group_id', upperCase)), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'body-id-too-long',
    class: 'body',
    title: 'The ids of rivers have two digits too many in the activities',
    apply: onSuccess(mapItems(value('cross_id', (id) => `${id}00`)), 'getActivities'),
  },
  {
    id: 'body-id-as-uuid',
    class: 'body',
    title: 'The id of a single run has dashes',
    apply: onSuccess(mapItems(value('run_id', withDashes)), 'getRiverActivitiesRun'),
  },
  {
    id: 'body-account-broken',
    class: 'body',
    title: 'The statistics of a river have a name for the account, not an id',
    apply: onSuccess(mapBody(value('account', () => 'main account')), 'getRiverActivitiesStatistic'),
  },
  {
    id: 'body-date-other-format',
    class: 'body',
    title: 'Runs start at times with a space in the middle',
    apply: onSuccess(
      mapItems(value('start_date_utc', (time) => String(time).replace('T', ' '))),
      'getRiverActivitiesRuns',
    ),
  },
  {
    id: 'body-date-with-z',
    class: 'body',
    title: 'Run groups start at times with `Z`',
    apply: onSuccess(mapItems(value('run_date_utc', (time) => `${time}Z`)), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'body-date-with-offset',
    class: 'body',
    title: 'A single run ends at a time with an offset',
    apply: onSuccess(
      mapItems(value('end_date_utc', (time) => (time === null ? null : `${time}+00:00`))),
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'body-empty-text-for-null',
    class: 'body',
    title: 'Runs without an end have an empty one',
    apply: onSuccess(mapItems(value('end_date_utc', (time) => time ?? '')), 'getRiverActivitiesRuns'),
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
