import { expect, test } from 'vitest';
import { withDependencies } from '../../scripts/cases/dependencies.ts';
import { toPlan } from '../../scripts/cases/plan.ts';
import { open, rivery } from '../fixtures/open.ts';

const { cases } = toPlan((await open(rivery)).api);

/** What else is sent for the sake of one case, in the order in which it is sent. */
function groundOf(operationId: string, id: string): string[] {
  const testCase = cases.find((one) => one.operation.id === operationId && one.id === id) ?? expect.fail(id);
  const all = withDependencies([testCase], cases);
  return cases
    .filter((one) => all.has(one) && one !== testCase)
    .map((one) => `${one.operation.id} ${one.id}`);
}

const activities = 'getActivities whole-list';
const runs = 'getRiverActivitiesRuns whole-list';

test.each([
  ['what all is compared with needs nothing', 'getActivities', 'whole-list', []],
  ['a page needs its whole list', 'getActivities', 'page-2', [activities]],
  ['the code of the checks comes with the first case', 'runRiver', 'body-empty', ['runRiver success']],
  [
    'a filter that no property shows needs its other values',
    'getActivities',
    'filter-river_type-logic',
    [activities, 'getActivities filter-river_type-src_to_trgt', 'getActivities filter-river_type-actions'],
  ],
  ['a relation needs the list that it counts', 'getActivitiesStatistic', 'success', [activities]],
  [
    'and under a filter, the list under that filter',
    'getActivitiesStatistic',
    'pair-search',
    [activities, 'getActivities filter-search', 'getActivitiesStatistic success'],
  ],
  [
    'a repeated request needs the first one',
    'getActivitiesStatistic',
    'repeat',
    [activities, 'getActivitiesStatistic success'],
  ],
  [
    'a detail needs the list that gives the id, and that what gives the river',
    'getRiverActivitiesRun',
    'detail-of-getRiverActivitiesRuns',
    [activities, runs, 'getRiverActivitiesRun success'],
  ],
])('%s', (_, operationId, id, want) => {
  expect(groundOf(operationId, id)).toEqual(want);
});

test('all cases stand on no others', () => {
  expect(withDependencies(cases, cases).size).toBe(cases.length);
});
