import { mapBody, mapItems, removeProperty, renameProperty } from '../change.ts';
import { ofRuns } from '../conditions.ts';
import type { FaultTable } from '../fault.ts';

/** Missing or renamed properties. */
export const missingFaults: FaultTable = {
  'body-property-renamed': {
    title: 'Runs call their `run_id` `runId`',
    ...ofRuns(mapItems(renameProperty('run_id', 'runId'))),
  },
  'body-required-missing': {
    title: 'The statistics of the environment have no `skipped`',
    getActivitiesStatistic: mapBody(removeProperty('skipped')),
  },
  'body-nested-required-missing': {
    title: 'Run groups have no `run_date_utc`',
    getRiverActivitiesRunGroups: mapItems(removeProperty('run_date_utc')),
  },
  'body-items-missing': {
    title: 'The list of sub rivers has no `items`',
    getRiverActivitiesSubRivers: mapBody(removeProperty('items')),
  },
  'body-optional-never-sent': {
    title: 'Activities have no `is_scheduled`',
    getActivities: mapItems(removeProperty('is_scheduled')),
  },
  'body-optional-sometimes-sent': {
    title: 'Every other activity has no `is_scheduled`',
    getActivities: mapItems((item, index) => (index % 2 === 0 ? removeProperty('is_scheduled')(item) : item)),
  },
  'body-next-page-never-sent': {
    title: 'Pages of activities have no `next_page`',
    getActivities: mapBody(removeProperty('next_page')),
  },
  'body-camel-case': {
    title: 'The statistics of a river are written in camel case',
    getRiverActivitiesStatistic: mapBody(toCamelCase),
  },
  'body-started-run-without-id': {
    title: 'A started run has no `run_id`',
    runRiver: mapBody(removeProperty('run_id')),
  },
};

function toCamelCase(row: Readonly<Record<string, unknown>>): unknown {
  const camel = (key: string): string =>
    key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(row).map(([key, inner]) => [camel(key), inner]));
}
