import { describe, expect, test } from 'vitest';
import type { Case } from '../../../scripts/cases/case.ts';
import { toPlan } from '../../../scripts/cases/plan.ts';
import { toRerun } from '../../../scripts/judge/compare/rerun.ts';
import type { CaseResult, Difference } from '../../../scripts/model/run-result.ts';
import { fixture, open } from '../../fixtures/open.ts';
import { caseResult } from './runs.ts';

const { api } = await open(fixture('shop.openapi.yaml'));
const { cases } = toPlan(api);
const [first = expect.fail(), second = expect.fail()] = cases;
const suite = { cases, skipped: new Map<Case, string>(), regions: ['us', 'eu', 'il'] };
const all = { strict: false, only: [] };

function of(testCase: Case, verdict: CaseResult['verdict'], more: Partial<CaseResult> = {}): CaseResult {
  return caseResult([], { operationId: testCase.operation.id, case: testCase.id, verdict, ...more });
}

describe('run again is', () => {
  test.each<[CaseResult['verdict'], boolean, boolean]>([
    ['failed', true, true],
    ['unreachable', true, true],
    ['inconclusive', true, true],
    ['flaky', true, true],
    ['drift', false, true],
    ['known', false, false],
    ['passed', false, false],
    ['skipped', false, false],
  ])('%s: %s, strictly %s', (verdict, isAgain, isStrictly) => {
    const earlier = { cases: [of(first, verdict), of(second, 'passed', { region: 'eu' })], parity: [] };
    expect([...toRerun(earlier, suite, all).cases]).toEqual(isAgain ? [first] : []);
    expect([...toRerun(earlier, suite, { ...all, strict: true }).cases]).toEqual(isStrictly ? [first] : []);
  });

  const passed = [first, second].flatMap((testCase) =>
    ['us', 'eu', 'il'].map((region) => of(testCase, 'passed', { region })),
  );
  const differs: Difference = {
    operationId: first.operation.id,
    case: first.id,
    what: 'status',
    regions: { us: '200', eu: '404' },
  };
  test.each<[string, Difference, readonly Case[], readonly string[]]>([
    ['a case that differs between regions, in those', differs, [first], ['us', 'eu']],
    [
      'all responses with a status that differ',
      { ...differs, case: 'all with status 200', what: 'body' },
      [first, second].filter(({ operation }) => operation === first.operation),
      ['us', 'eu'],
    ],
    ['not what is known', { ...differs, accepted: { reason: 'r', expires: '2026-01-01' } }, [], []],
  ])('%s', (_, difference, want, regions) => {
    const again = toRerun({ cases: passed, parity: [difference] }, suite, all);
    expect([[...again.cases], again.regions]).toEqual([want, regions]);
  });
});

test('regions are those that had failures, in the order of the description', () => {
  const earlier = {
    cases: [of(first, 'failed', { region: 'il' }), of(second, 'failed', { region: 'us' })],
    parity: [],
  };
  expect(toRerun(earlier, suite, all)).toMatchObject({ regions: ['us', 'il'], unsent: [] });
  const inIl = toRerun(earlier, suite, { ...all, only: ['il', 'eu'] });
  expect([inIl.regions, [...inIl.cases]]).toEqual([['il'], [first]]);
});

test('what is not there any more is named', () => {
  const gone = [
    of(first, 'failed', { case: 'no-such-case' }),
    of(first, 'failed', { operationId: 'noSuchOperation' }),
    of(first, 'failed', { region: 'mars' }),
  ];
  const again = toRerun({ cases: [...gone, of(first, 'failed')], parity: [] }, suite, all);
  const { operation, id } = first;
  const reason = 'it is no longer in the suite';
  expect(again.unsent).toEqual([
    { region: 'us', operationId: operation.id, case: 'no-such-case', reason },
    { region: 'us', operationId: 'noSuchOperation', case: id, reason },
    { region: 'mars', operationId: operation.id, case: id, reason },
  ]);
  expect(again.regions).toEqual(['us']);
});

test('what is not allowed now is named once, and its region not run for it', () => {
  const failed = of(first, 'failed', { region: 'eu' });
  const earlier = { cases: [failed, failed, of(second, 'failed')], parity: [] };
  const again = toRerun(earlier, { ...suite, skipped: new Map([[first, 'it costs money']]) }, all);
  expect(again.unsent).toEqual([
    { region: 'eu', operationId: first.operation.id, case: first.id, reason: 'it costs money' },
  ]);
  expect([[...again.cases], again.regions]).toEqual([[second], ['us']]);
});
