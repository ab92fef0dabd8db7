import { mapBody, mapItems, removeProperty, renameProperty } from '../change.ts';
import { onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';

/** Missing or renamed properties. */
export const missingFaults: readonly Fault[] = [
  {
    id: 'body-property-renamed',
    class: 'body',
    title: 'Runs call their `run_id` `runId`',
    apply: onSuccess(
      mapItems(renameProperty('run_id', 'runId')),
      'getRiverActivitiesRuns',
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'body-required-missing',
    class: 'body',
    title: 'The statistics of the environment have no `skipped`',
    apply: onSuccess(mapBody(removeProperty('skipped')), 'getActivitiesStatistic'),
  },
  {
    id: 'body-nested-required-missing',
    class: 'body',
    title: 'Run groups have no `run_date_utc`',
    apply: onSuccess(mapItems(removeProperty('run_date_utc')), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'body-items-missing',
    class: 'body',
    title: 'The list of sub rivers has no `items`',
    apply: onSuccess(mapBody(removeProperty('items')), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'body-optional-never-sent',
    class: 'body',
    title: 'Activities have no `is_scheduled`',
    apply: onSuccess(mapItems(removeProperty('is_scheduled')), 'getActivities'),
  },
  {
    id: 'body-optional-sometimes-sent',
    class: 'body',
    title: 'Every other activity has no `is_scheduled`',
    apply: onSuccess(
      mapItems((item, index) => (index % 2 === 0 ? removeProperty('is_scheduled')(item) : item)),
      'getActivities',
    ),
  },
  {
    id: 'body-next-page-never-sent',
    class: 'body',
    title: 'Pages of activities have no `next_page`',
    apply: onSuccess(mapBody(removeProperty('next_page')), 'getActivities'),
  },
  {
    id: 'body-camel-case',
    class: 'body',
    title: 'The statistics of a river are written in camel case',
    apply: onSuccess(mapBody(toCamelCase), 'getRiverActivitiesStatistic'),
  },
  {
    id: 'body-started-run-without-id',
    class: 'body',
    title: 'A started run has no `run_id`',
    apply: onSuccess(mapBody(removeProperty('run_id')), 'runRiver'),
  },
];

function toCamelCase(row: Readonly<Record<string, unknown>>): unknown {
  const camel = (key: string): string =>
    key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(row).map(([key, inner]) => [camel(key), inner]));
}
