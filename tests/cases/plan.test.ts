import { expect, test } from 'vitest';
import { toPlan } from '../../scripts/cases/plan.ts';
import { unknownValue } from '../../scripts/cases/unknown-id.ts';
import { toCoverage } from '../../scripts/judge/coverage/coverage.ts';
import { toApi } from '../../scripts/model/to-api.ts';
import { load } from '../../scripts/openapi/load/load.ts';
import { openText } from '../fixtures/open.ts';

const { spec } = await load('spec/rivery.openapi.yaml');
if (spec === undefined) throw new Error('the description does not load');
const api = toApi(spec);
const { cases, smoke, duplicates, unrequested } = toPlan(api);
const idsOf = (operationId: string): string[] =>
  cases
    .filter(({ operation }) => operation.id === operationId)
    .map(({ id, statuses }) => `${statuses.join(' or ')} ${id}`.trim());

test('the cases of a reading without a list', () => {
  expect(idsOf('getRiverActivitiesRun')).toEqual(
    expect.arrayContaining([
      '200 success',
      '401 none-token',
      '404 unknown-run_id',
      '422 or 404 invalid-run_id-malformed',
    ]),
  );
});

test('the cases of what has a price: of shared clauses it has none that a reading can show', () => {
  expect(idsOf('runRiver')).toEqual(
    expect.arrayContaining(['200 success', '401 none-token', '422 body-without-river_id', '422 body-broken']),
  );
  expect(idsOf('runRiver')).not.toContain('401 wrong-token');
});

test('every documented status is requested or listed with the reason why not', () => {
  const documented = api.operations.flatMap(({ id, responses }) =>
    responses.map(({ status }) => `${id} ${status}`),
  );
  const asked = new Set(
    cases.flatMap(({ operation, statuses }) =>
      statuses.slice(0, 1).map((status) => `${operation.id} ${status}`),
    ),
  );
  const reasoned = unrequested
    .filter(({ reason }) => reason !== '')
    .map(({ operation, status }) => `${operation.id} ${status}`);
  expect([...asked, ...reasoned].sort()).toEqual(documented.sort());
});

test('no case is there twice', () => {
  const ids = cases.map(({ operation, id }) => `${operation.id} ${id}`);
  expect(new Set(ids).size).toBe(ids.length);
});

test('cases have names for people, which no two of an operation share', () => {
  const names = cases.map(({ operation, name }) => `${operation.id} ${name}`);
  expect(names.filter((name) => name.includes('{{'))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test('the limits of the tiers are kept', () => {
  expect(cases.length).toBeLessThanOrEqual(120);
  expect(smoke.size).toBeLessThanOrEqual(15);
  expect(cases).toEqual(expect.arrayContaining([...smoke]));
});

test('each skipped case is replaced by one of another operation', () => {
  for (const { testCase, by } of duplicates) {
    expect(by.clause).toBe(testCase.clause);
    expect(cases).toContain(by);
    expect(cases).not.toContain(testCase);
  }
});

test('a status that a skipped case would get is requested from the operation that replaces it', () => {
  const reasonOf = (id: string, status: string) =>
    unrequested.find((one) => one.operation.id === id && one.status === status)?.reason;
  expect(reasonOf('getActivitiesStatistic', '422')).toBe('tested with getActivities instead');
  expect(reasonOf('runRiver', '403')).toBe('needs a second token that lacks the scope');
});

test('of very many values of a parameter a few are sent, and the coverage says so', async () => {
  const values = Array.from({ length: 20_000 }, (_, at) => `v${at}`);
  const { api: large } = await openText({
    ...{ openapi: '3.1.0', info: { title: 'Large', version: '1' }, servers: [{ url: 'https://a.example' }] },
    paths: {
      '/things/{id}': {
        get: {
          operationId: 'getThing',
          parameters: [
            {
              name: 'id',
              in: 'path',
              required: true,
              schema: { not: { pattern: 'z' } },
              example: 'r-1',
            },
            { name: 'kind', in: 'query', schema: { enum: values } },
          ],
          responses: { 200: { description: 'It.' }, 404: { description: 'None.' } },
        },
      },
    },
  });
  const plan = toPlan(large);
  expect(plan.cases.filter(({ kind }) => kind === 'optional')).toHaveLength(20);
  const { gaps } = toCoverage(large, plan, []);
  expect(
    gaps.filter(({ reason }) => reason.startsWith('the parameter has more than 20 values')),
  ).toHaveLength(19_980);
  expect(plan.unrequested.map(({ reason }) => reason)).toEqual([
    'no value of id both fits its schema and is certainly unknown',
  ]);
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
  [42, { maximum: 9_000_000 }, '9000000'],
  [42, { maximum: 99 }, undefined],
  ['a', { enum: ['a', 'b'] }, undefined],
  ['', {}, undefined],
  ['r-17', { pattern: '^r-' }, undefined],
  ['r-17', { pattern: '^[a-z]-' }, 'z-99'],
  ['2026-01-12', { format: 'date' }, undefined],
])('an unknown value like %j (%j) is %j', (example, schema, wanted) => {
  expect(unknownValue({ ...parameter, example, schema })).toBe(wanted);
});
