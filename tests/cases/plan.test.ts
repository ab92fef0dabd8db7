import { expect, test } from 'vitest';
import { toPlan } from '../../scripts/cases/plan.ts';
import { unknownValue } from '../../scripts/cases/unknown-value.ts';
import { load } from '../../scripts/load/load.ts';
import { toApi } from '../../scripts/model/to-api.ts';

const { spec } = await load('spec/rivery.openapi.yaml');
if (spec === undefined) throw new Error('the description does not load');
const api = toApi(spec);
const { cases, unprovoked } = toPlan(api);
const idsOf = (operationId: string): string[] =>
  cases.filter(({ operation }) => operation.id === operationId).map(({ id, status }) => `${status} ${id}`);

test.each([
  ['runRiver', ['200 success', '401 wrong-token', '422 missing-body-river_id']],
  [
    'getActivitiesStatistic',
    ['200 success', '401 wrong-token', '403 unknown-environment_id', '422 missing-start_time'],
  ],
  [
    'getRiverActivitiesRun',
    ['200 success', '401 wrong-token', '403 unknown-environment_id', '404 unknown-run_id'],
  ],
  [
    'getRiverActivitiesRuns',
    [
      '200 success',
      '401 wrong-token',
      '403 unknown-environment_id',
      '404 unknown-river_id',
      '422 missing-start_time',
    ],
  ],
])('the cases of %s', (operationId, wanted) => {
  expect(idsOf(operationId)).toEqual(wanted);
});

test('every documented answer is asked for, or stands with its reason among those that are not', () => {
  const documented = api.operations.flatMap(({ id, responses }) =>
    responses.map(({ status }) => `${id} ${status}`),
  );
  const asked = new Set(cases.map(({ operation, status }) => `${operation.id} ${status}`));
  const reasoned = unprovoked
    .filter(({ reason }) => reason !== '')
    .map(({ operation, status }) => `${operation.id} ${status}`);
  expect([...asked, ...reasoned].sort()).toEqual(documented.sort());
});

test('no case is there twice', () => {
  const ids = cases.map(({ operation, id }) => `${operation.id} ${id}`);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a wrong token never goes out as a variable of the caller', () => {
  const wrong = cases.filter(({ kind }) => kind === 'wrong-token');
  expect(wrong.map(({ outgoing }) => outgoing.credentials)).toEqual(wrong.map(() => 'wrong'));
  expect(wrong).toHaveLength(9);
});

const [operation] = api.operations.filter(({ id }) => id === 'getRiverActivitiesRun');
const [parameter] = operation?.parameters ?? [];
if (parameter === undefined) throw new Error('no parameter');
test.each([
  ['63b724fc690def001131d242', {}, 'ffffffffffffffffffffffff'],
  ['8A1F', {}, 'FFFF'],
  ['123e4567-e89b-12d3-a456-426614174000', {}, 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  ['order-17', {}, 'zzzzz-99'],
  [42, {}, '2147483647'],
  [42, { maximum: 99 }, '99'],
  ['a', { enum: ['a', 'b'] }, undefined],
  ['', {}, undefined],
])('an unknown value like %j (%j) is %j', (example, schema, wanted) => {
  expect(unknownValue({ ...parameter, example, schema })).toBe(wanted);
});
