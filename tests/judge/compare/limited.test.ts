import { expect, test } from 'vitest';
import { acceptKnown } from '../../../scripts/judge/compare/accept.ts';
import { compareWith } from '../../../scripts/judge/compare/baseline.ts';
import { exitCodeOf } from '../../../scripts/judge/exit-code.ts';
import type { Outcome } from '../../../scripts/model/outcome.ts';
import type { Deviation, Difference, RunResult } from '../../../scripts/model/run-result.ts';
import { checkLeaks } from '../../../scripts/sandbox/leaks.ts';
import { limitOutcomes } from '../../../scripts/sandbox/limit-outcomes.ts';
import { checkUndocumented } from '../../../scripts/sandbox/undocumented.ts';
import { caseResult, runOf } from './runs.ts';

const entry = { region: 'us', operation: 'list', reason: 'r', expires: '2026-12-31', location: 'k.yaml:1:3' };
const planned = { regions: ['us'], cases: { list: ['success'] }, mayVerify: () => true };

function accept(outcomes: readonly Outcome[], about: Pick<Deviation, 'check' | 'message' | 'pointer'>) {
  const deviations = [{ ...entry, ...about }];
  return acceptKnown(runOf([caseResult(outcomes)]), { deviations, today: '2026-01-01', planned });
}

const clauseA = '/a/additionalProperties';
const clauseB = '/b/additionalProperties';
const extra = (pointer: string, name: string): Outcome => ({
  check: 'schema',
  verdict: 'failed',
  message: `the body: expected no property \`${name}\``,
  expected: `no property \`${name}\``,
  pointer,
});

test('what breaks another clause than the known one is not hidden, however much breaks the known one', () => {
  const known = Array.from({ length: 12 }, (_, index) => extra(clauseA, `x${index}`));
  const outcomes = limitOutcomes([...known, extra(clauseB, 'y')], 'properties that are not allowed');
  const result = accept(outcomes, { check: 'schema', pointer: clauseA });
  const open = result.findings.filter(({ accepted }) => accepted === undefined);
  expect(open.map(({ pointer, message }) => [pointer, message])).toEqual([
    [clauseB, 'the body: expected no property `y`'],
  ]);
  expect(exitCodeOf(result)).toBe(1);
});

const undocumented = (count: number): Outcome[] =>
  checkUndocumented(
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`properties${index}`, 1])),
    0,
    [{ properties: {} }],
    '/p',
  );

test.each([
  ['properties', false],
  ['a property that is not described', false],
  ['more than 10 properties', true],
])('an entry with the message `%s` accepts those that are not listed: %s', (message, isAccepted) => {
  const { findings } = accept(undocumented(12), { check: 'undocumented', message });
  expect(findings.at(-1)?.accepted !== undefined).toBe(isAccepted);
});

const leaks = (count: number): Outcome[] =>
  checkLeaks(
    '200',
    '',
    Array.from({ length: count }, (_, index) => ({ key: `X-Debug-${index}`, value: 'on' })),
  );

test.each([
  ['undocumented', undocumented],
  ['leak', leaks],
])('%s: how many there are beyond the limit is not new', (_, found) => {
  const before = runOf([caseResult(found(12))]);
  for (const count of [11, 12, 13, 100]) {
    const now = compareWith(runOf([caseResult(found(count))]), before);
    expect(now.findings.map(({ since }) => since)).toEqual(now.findings.map(() => 'known'));
    expect(now.fixed).toEqual([]);
  }
});

test('how many differences there are beyond the limit is not new', () => {
  const run = (where: string): RunResult => {
    const beyond: Difference = {
      operationId: 'list',
      case: 'all with status 200',
      what: 'header',
      where,
      regions: { us: 'always there', eu: 'never there' },
    };
    return runOf([], [beyond]);
  };
  expect(compareWith(run('and 24 more'), run('and 1,300 more')).parity[0]?.since).toBe('known');
  expect(compareWith(run('x-24'), run('x-25')).parity[0]?.since).toBe('new');
});

test('what may be among those that are not listed is not fixed, and no entry for it is stale', () => {
  const status = { check: 'status', verdict: 'passed', message: 'fine' } as const;
  const now = [status, ...undocumented(12)];
  const before = [...now.slice(0, 11), { ...(now[10] ?? expect.fail()), expected: 'no property gone' }];
  const compared = compareWith(runOf([caseResult(now)]), runOf([caseResult(before)]));
  expect([compared.fixed, compared.uncompared?.length]).toEqual([[], 1]);
  const { stale, notTold } = accept(now, { check: 'undocumented', message: 'gone' });
  expect([stale, notTold?.length]).toEqual([[], 1]);
});

test.each([
  ['and 24 more', 0, 1],
  ['x-0', 1, 0],
])('beside a difference at `%s` an entry for another header is stale: %i', (where, stale, unverified) => {
  const beyond: Difference = {
    operationId: 'list',
    case: 'all with status 200',
    what: 'header',
    where,
    regions: { us: 'always there', eu: 'never there' },
  };
  const results = ['us', 'eu'].map((region) => ({ ...caseResult([]), region, status: 200 }));
  const deviations = [{ ...entry, check: 'parity', pointer: 'x-1001' }];
  const both = { ...planned, regions: ['us', 'eu'] };
  const result = acceptKnown(runOf(results, [beyond]), { deviations, today: '2026-01-01', planned: both });
  expect(result.stale ?? []).toHaveLength(stale);
  expect(result.notTold ?? []).toHaveLength(unverified);
});
