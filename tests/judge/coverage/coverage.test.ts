import { describe, expect, test } from 'vitest';
import { toPlan } from '../../../scripts/cases/plan.ts';
import { toCoverage } from '../../../scripts/judge/coverage/coverage.ts';
import type { CaseResult } from '../../../scripts/model/run-result.ts';
import { toShape } from '../../../scripts/model/to-shape.ts';
import { openText } from '../../fixtures/open.ts';

const description = `
openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: https://api.shop.example, x-region: us }]
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters:
        - { name: id, in: path, required: true, schema: { type: string }, example: a1 }
        - { name: colour, in: query, schema: { type: string, enum: [red, blue] } }
      responses:
        '200':
          description: A thing
          headers: { X-Version: { schema: { type: string } } }
          content:
            application/json:
              schema:
                properties:
                  name: { type: string }
                  maker: { properties: { town: { type: string } } }
        '404': { description: No such thing }
        '429': { description: Too many, headers: { Retry-After: { schema: { type: integer } } } }
`;
const { api } = await openText(description);
const plan = toPlan(api);
const [operation = expect.fail()] = api.operations;

/** Every planned case with its first documented status, but for the changes by the id of the case. */
function results(changes: Readonly<Record<string, Partial<CaseResult>>> = {}): CaseResult[] {
  return plan.cases.map(({ id, name, statuses }) => {
    const status = Number(statuses[0] ?? 405);
    const json = { name: 'a', maker: { town: 'b' } };
    const found = { ...(status === 200 && { shape: toShape(json), headers: { 'x-version': '1' } }) };
    const base = {
      region: 'us',
      operationId: 'getThing',
      case: id,
      name,
      outcomes: [],
      attempts: 1,
      durationMs: 1,
    };
    const change = changes[id] ?? {};
    if (change.verdict === 'unreachable') return { ...base, verdict: 'unreachable', ...change };
    return { ...base, verdict: 'passed', status, ...found, ...change };
  });
}

const everywhere = (change: Partial<CaseResult>): Record<string, Partial<CaseResult>> =>
  Object.fromEntries(plan.cases.map(({ id }) => [id, change]));
const inSuccesses = (change: Partial<CaseResult>): Record<string, Partial<CaseResult>> =>
  Object.fromEntries(
    plan.cases.filter(({ statuses }) => statuses[0] === '200').map(({ id }) => [id, change]),
  );
const limit = 'would need more requests than the limit allows';
const limited = [
  { operationId: 'getThing', what: 'status', status: '429', reason: limit },
  { operationId: 'getThing', what: 'header', name: 'Retry-After', status: '429', reason: limit },
];

describe('what is documented is exercised', () => {
  test('all except what no case requests', () => {
    expect(toCoverage(api, plan, results())).toEqual({
      operations: { documented: 1, judged: 1 },
      responses: { documented: 3, provoked: 2 },
      parameters: { documented: 2, exercised: 2 },
      values: { documented: 2, exercised: 2 },
      properties: { documented: 3, exercised: 3 },
      headers: { documented: 2, exercised: 1 },
      percent: 84.6,
      gaps: limited,
    });
  });

  test.each([
    [
      'a status that did not come',
      { 'unknown-id': { status: 200 } },
      [{ what: 'status', status: '404', reason: 'it was requested, but another response was received' }],
    ],
    [
      'a case that was not sent',
      { 'unknown-id': { verdict: 'skipped', reason: 'it costs money' } },
      [{ what: 'status', status: '404', reason: 'it costs money' }],
    ],
    [
      'a value that only a failing server got',
      { 'optional-2': { status: 500 } },
      [
        {
          what: 'enum value',
          name: 'colour=blue',
          reason: 'no response to it had an expected status',
        },
      ],
    ],
    [
      'a property that no response has',
      inSuccesses({ shape: toShape({ name: 'a', maker: {} }) }),
      [{ what: 'property', name: '/maker/town', status: '200', reason: 'no response has it' }],
    ],
    [
      'a property of an object that no response has',
      inSuccesses({ shape: toShape({ name: 'a' }) }),
      [
        { what: 'property', name: '/maker', status: '200', reason: 'no response has it' },
        {
          what: 'property',
          name: '/maker/town',
          status: '200',
          reason: 'no response has the object that it belongs to',
        },
      ],
    ],
    [
      'a header that no response has',
      inSuccesses({ headers: {} }),
      [{ what: 'header', name: 'X-Version', status: '200', reason: 'no response has it' }],
    ],
  ] as const)('but not %s', (_, changes, want) => {
    const { gaps } = toCoverage(api, plan, results(changes));
    const others = gaps.filter(({ status }) => status !== '429');
    expect(others).toEqual(want.map((gap) => ({ operationId: 'getThing', ...gap })));
  });
});

test('where nothing is reached everything is a gap, and says why', () => {
  const down = everywhere({ verdict: 'unreachable', reason: 'no connection' });
  const { gaps, percent } = toCoverage(api, plan, results(down));
  expect(percent).toBe(0);
  expect(gaps).toHaveLength(13);
  expect(new Set(gaps.map(({ reason }) => reason))).toEqual(new Set(['no connection', limit]));
});

const left = { verdict: 'skipped', reason: 'it did not fail' } as const;

test.each<[string, readonly Partial<CaseResult>[], string]>([
  ['says so', [{}], 'tested with getOther instead'],
  ['in one region says so', [left, { region: 'eu' }], 'tested with getOther instead'],
  ['and was not sent there either, says why', [left, { ...left, region: 'eu' }], 'it did not fail'],
])('what is requested from another operation instead %s', (_, given, reason) => {
  const [by = expect.fail()] = plan.cases;
  const duplicates = plan.cases
    .filter(({ statuses }) => statuses[0] === '404')
    .map((testCase) => ({ testCase, by: { ...by, operation: { ...operation, id: 'getOther' } } }));
  const cases = plan.cases.filter(({ statuses }) => statuses[0] !== '404');
  const sent = results().filter(({ status }) => status !== 404);
  const [first = expect.fail()] = sent;
  const others = given.map((result) => ({ ...first, operationId: 'getOther', case: by.id, ...result }));
  const { gaps } = toCoverage(api, { ...plan, cases, duplicates }, [...sent, ...others]);
  expect(gaps).toContainEqual({ operationId: 'getThing', what: 'status', status: '404', reason });
});

test('in one region is enough', () => {
  const down = results(everywhere({ verdict: 'unreachable', reason: 'no connection' }));
  const eu = down.map((result) => ({ ...result, region: 'eu' }));
  expect(toCoverage(api, plan, [...eu, ...results()]).percent).toBe(84.6);
});
