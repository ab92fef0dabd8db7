import { expect, test } from 'vitest';
import { toPlan } from '../../scripts/cases/plan.ts';
import { type LeftOut, withUnverifiedClauses } from '../../scripts/judge/unverified-clauses.ts';
import type { Outcome } from '../../scripts/model/outcome.ts';
import type { CaseResult } from '../../scripts/model/run-result.ts';
import { open, rivery } from '../fixtures/open.ts';

const { cases } = toPlan((await open(rivery)).api);
const groups = cases.filter(({ operation }) => operation.id === 'getRiverActivitiesRunGroups');
const filters = groups.filter(({ id }) => id.startsWith('filter-status'));
const status = groups[0]?.operation.contract.list?.filters.status?.pointer ?? '';

/** The cases, each with the expected response and an outcome for a pointer. */
function received(
  chosen: typeof cases,
  said: Partial<Outcome> & Pick<Outcome, 'verdict'>,
  more: Partial<CaseResult> = {},
): CaseResult[] {
  return chosen.map(({ operation, id, name }) => ({
    region: 'us',
    operationId: operation.id,
    case: id,
    name,
    verdict: 'passed',
    status: 200,
    outcomes: [{ check: 'filter', message: 'm', ...said }],
    attempts: 1,
    durationMs: 1,
    ...more,
  }));
}

/** Which cases became inconclusive, and because of what. */
function unverifiedIn(
  chosen: typeof cases,
  results: readonly CaseResult[],
  leftOut?: LeftOut,
): (readonly [string, string])[] {
  return withUnverifiedClauses(results, chosen, leftOut)
    .filter(({ verdict }) => verdict === 'inconclusive')
    .flatMap((result) => result.outcomes.slice(1).map(({ pointer = '' }) => [result.case, pointer] as const));
}

test('there are two filters by status to ask for', () => {
  expect(filters.length).toBeGreaterThan(1);
  expect(status).toMatch(/filters\/status$/);
});

test('a filter that no response verifies makes the first case that sends it inconclusive', () => {
  const results = received(filters, { verdict: 'passed', pointer: '/elsewhere' });
  expect(unverifiedIn(filters, results)).toContainEqual([filters[0]?.id, status]);
  expect(unverifiedIn(filters, results).filter(([, pointer]) => pointer === status)).toHaveLength(1);
});

test.each(['passed', 'failed', 'drift', 'inconclusive'] as const)(
  'one that a response verifies does not (%s)',
  (verdict) => {
    for (const pointer of [status, `${status}/spelled`]) {
      const [first = [], ...rest] = [
        received(filters.slice(0, -1), { verdict: 'passed' }),
        received(filters.slice(-1), { verdict, pointer }),
      ];
      const unverified = unverifiedIn(filters, [...first, ...rest.flat()]).map(([, at]) => at);
      expect(unverified).not.toContain(status);
    }
  },
);

test('a pointer that only begins alike verifies nothing', () => {
  const results = received(filters, { verdict: 'passed', pointer: `${status}2` });
  expect(unverifiedIn(filters, results).map(([, pointer]) => pointer)).toContain(status);
});

test.each([
  ['failed', 200],
  ['passed', 404],
  ['unreachable', undefined],
] as const)('a case that did not succeed need not verify anything (%s, %s)', (verdict, code) => {
  const more = { verdict, ...(code === undefined ? {} : { status: code }) };
  const results = received(filters, { verdict: 'passed' }, more).map(({ status: now, ...one }) =>
    code === undefined ? one : { ...one, status: now ?? code },
  );
  expect(unverifiedIn(filters, results)).toEqual([]);
});

test.each(['failed', 'drift'] as const)(
  'one whose body breaks its schema (%s) must verify it, and stays failed',
  (verdict) => {
    const schema = { check: 'schema', verdict, message: '' } as const;
    const results = received(filters, { verdict: 'passed' }, { verdict: 'failed', outcomes: [schema] });
    const judged = withUnverifiedClauses(results, filters);
    expect(new Set(judged.map((one) => one.verdict))).toEqual(new Set(['failed']));
    expect(judged.flatMap(({ outcomes }) => outcomes)).toContainEqual(
      expect.objectContaining({ pointer: status, message: expect.stringContaining('its schema check') }),
    );
  },
);

test('relations belong to what is remembered, and a detail to the list that leads to it', () => {
  const plain = cases.filter(({ remember, kind }) => remember || kind === 'detail');
  const unverified = unverifiedIn(plain, received(plain, { verdict: 'passed' })).map(
    ([, pointer]) => pointer,
  );
  expect(unverified).toContainEqual(expect.stringMatching(/x-contract\/relations\/0$/));
  expect(unverified).toContainEqual(expect.stringMatching(/x-contract\/list\/detail$/));
  expect(new Set(unverified).size).toBe(unverified.length);
});

test('a case that is left out, because it did not fail, need not verify anything', () => {
  const [sent = expect.fail(), ...others] = filters;
  const results = received([sent], { verdict: 'passed' });
  expect(unverifiedIn(filters, results).map(([, pointer]) => pointer)).toContain(status);
  const without = (left: typeof cases, unverified: readonly string[] = []): string[] =>
    unverifiedIn(filters, results, { cases: new Set(left), unverified: new Set(unverified) }).map(
      ([, at]) => at,
    );
  expect(without(others)).not.toContain(status);
  expect(without(groups.slice(0, 1))).toContain(status);
  // It did not verify it when it was sent, either.
  expect(without(others, [status])).toContain(status);
  expect(without(others, [`${status}2`])).not.toContain(status);
});
