import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { merge } from '../../../fixtures/merge.ts';
import { rivery } from '../../../fixtures/open.ts';
import { tell } from './test-diff.ts';

const description: unknown = parse(readFileSync(rivery, 'utf8'));
const base = stringify(description, { lineWidth: 0 });

test.each([
  [
    'a filter takes one value less',
    '{ components: { parameters: { Status: { schema: { enum: [pending, running, failed, canceled, succeeded] } } } } }',
    [
      '✗ getActivitiesStatistic, getRiverActivitiesStatistic, getRiverActivitiesTargets, getActivities: `status` no longer accepts `succeed` @ enum:',
    ],
  ],
  [
    'pages are smaller',
    '{ components: { parameters: { ItemsPerPage: { schema: { maximum: 100 } } } } }',
    [
      '✗ getRiverActivitiesRunGroups, getRiverActivitiesRuns, getActivities: `items_per_page` has `maximum` 100 instead of 200 @ maximum: 100',
    ],
  ],
  [
    'a run needs more',
    '{ components: { schemas: { RunRequest: { required: [river_id, priority], properties: { priority: { type: integer } } } } } }',
    ['✗ runRiver: new required body property `priority` @ priority:'],
  ],
  [
    'an answer lacks a property',
    '{ components: { schemas: { Run: { properties: { status: ~ } } } } }',
    ['✗ getRiverActivitiesRuns, getRiverActivitiesRun: `Run` no longer has `status` in responses @- status:'],
  ],
  [
    'a status that clients do not know',
    '{ components: { schemas: { RunStatus: { allOf: { 0: { enum: [pending, running, succeeded, failed, canceled, skipped, paused] } } } } } }',
    [
      '✗ getRiverActivitiesRuns, getRiverActivitiesRun: `RunStatus` may now be `paused` in responses @ - enum:',
    ],
  ],
  [
    'a region elsewhere',
    '{ servers: { 1: { url: https://api.eu-central-1.rivery.io } } }',
    [
      '✗ getActivitiesStatistic, getRiverActivitiesStatistic, getRiverActivitiesTargets, getRiverActivitiesRunGroups, getRiverActivitiesSubRivers, getRiverActivitiesRuns, getRiverActivitiesRun, getActivities: `eu` is at https://api.eu-central-1.rivery.io instead of https://api.eu-west-1.rivery.io @ - url: https://api.eu-central-1.rivery.io',
    ],
  ],
  [
    'a run without a price',
    '{ paths: { /run: { post: { x-contract: { effects: ~ } } } } }',
    ['· runRiver: `x-contract.effects` is gone @- effects: costs'],
  ],
  [
    'what was observed is documented',
    '{ components: { schemas: { StartedRun: { properties: { message: { x-provenance: ~, x-source: ~ } } } } } }',
    [
      '· runRiver: `message` of the response 200 is now documented instead of observed @- x-provenance: observed',
      'texts: 1',
    ],
  ],
])('%s', async (_, change, told) => {
  expect(await tell(base, stringify(merge(description, parse(change)), { lineWidth: 0 }))).toEqual(told);
});
