import { describe, expect, test } from 'vitest';
import { acceptKnown } from '../../../scripts/judge/compare/accept.ts';
import { exitCodeOf } from '../../../scripts/judge/exit-code.ts';
import type { CaseResult, Deviation, Difference, RunResult } from '../../../scripts/model/run-result.ts';
import { caseResult, runOf } from './runs.ts';

const status = { check: 'status', verdict: 'passed' } as const;
const body = { check: 'schema', verdict: 'failed', pointer: '/s/type' } as const;
const fineBody = { check: 'schema', verdict: 'passed' } as const;
const drift = { check: 'headers', verdict: 'drift', pointer: '/h' } as const;
const unsure = { check: 'relation', verdict: 'inconclusive', pointer: '/r/0' } as const;

const entry = {
  region: 'us',
  operation: 'list',
  check: 'schema',
  reason: 'ticket 7',
  expires: '2026-03-31',
  location: 'known.yaml:1:3',
};
const planned = { regions: ['us', 'eu'], cases: { list: ['success', 'page-2'] }, mayVerify: () => true };
const inUs = [caseResult([status, body]), caseResult([status, fineBody], { case: 'page-2' })];
const inEu = inUs.map((one) => ({ ...one, ...caseResult([status, fineBody]), case: one.case, region: 'eu' }));

function accept(run: RunResult, deviations: readonly Deviation[], today = '2026-03-31'): RunResult {
  return acceptKnown(run, { deviations, today, planned });
}

test('a case whose script stopped is not all known, whatever is accepted of it', () => {
  const stopped = [caseResult([status, body], { stopped: 'TypeError' })];
  expect(accept(runOf(stopped), [entry]).cases.map(({ verdict }) => verdict)).toEqual(['inconclusive']);
});

describe('what an entry accepts', () => {
  test.each<[string, Partial<Deviation>, boolean]>([
    ['its region, operation and check', {}, true],
    ['all regions', { region: 'all' }, true],
    ['its case', { case: 'success' }, true],
    ['its clause', { pointer: '/s/type' }, true],
    ['its message, or a part of it', { message: 'schema fail' }, true],
    ['not another message', { message: 'SQL' }, false],
    ['not another region', { region: 'eu' }, false],
    ['not another operation', { operation: 'get' }, false],
    ['not another check', { check: 'headers' }, false],
    ['not another case', { case: 'page-2' }, false],
    ['not another clause', { pointer: '/s' }, false],
    ['nothing when it has expired', { expires: '2026-03-30' }, false],
  ])('%s', (_, change, isAccepted) => {
    const { findings, cases, regions } = accept(runOf(inUs), [{ ...entry, ...change }]);
    const accepted = { reason: 'ticket 7', expires: '2026-03-31' };
    expect(findings.map((one) => one.accepted)).toEqual([isAccepted ? accepted : undefined]);
    expect(cases[0]?.verdict).toBe(isAccepted ? 'known' : 'failed');
    expect(regions.us).toMatchObject(
      isAccepted
        ? { verdict: 'known', checks: 4, passed: 3, failed: 0, known: 1 }
        : { verdict: 'failed', failed: 1, known: 0 },
    );
  });

  test.each<[string, readonly CaseResult[], CaseResult['verdict'], 0 | 1 | 4]>([
    ['nothing else is wrong', [caseResult([status, body])], 'known', 0],
    ['drift besides', [caseResult([body, drift])], 'drift', 0],
    ['another failure besides', [caseResult([body, { ...body, check: 'json' }])], 'failed', 1],
    ['something open besides', [caseResult([body, unsure])], 'inconclusive', 4],
    ['drift that is accepted', [caseResult([status, { ...body, verdict: 'drift' }])], 'known', 0],
    ['it was sent again', [caseResult([status, body], { reason: 'before that: 503' })], 'flaky', 0],
    [
      'drift of what is flaky',
      [caseResult([{ ...body, verdict: 'drift' }], { verdict: 'flaky' })],
      'flaky',
      0,
    ],
    ['what no one could judge', [caseResult([{ ...unsure, check: 'schema' }])], 'inconclusive', 4],
  ])('%s', (_, cases, verdict, code) => {
    const result = accept(runOf(cases), [entry]);
    expect(result.cases.map((one) => one.verdict)).toEqual([verdict]);
    expect(exitCodeOf(result)).toBe(code);
    const { checks, passed, failed, drift: drifted, known } = result.regions.us ?? expect.fail();
    expect(passed + failed + drifted + known).toBe(checks);
    expect(result.regions.us?.verdict).toBe(verdict);
  });

  test.each<[string, Partial<Deviation>, CaseResult['verdict'], 0 | 4]>([
    ['by its message', { message: 'have no /id' }, 'known', 0],
    ['not without one', {}, 'inconclusive', 4],
    ['not by another one', { message: 'have no /name' }, 'inconclusive', 4],
  ])('what can not be judged is accepted %s', (_, change, verdict, code) => {
    const open = { ...unsure, message: '3 of 3 items have no /id: they cannot be told apart' };
    const known = { ...entry, check: 'relation', ...change };
    const result = accept(runOf([caseResult([status, open])]), [known]);
    expect(result.cases.map((one) => one.verdict)).toEqual([verdict]);
    expect(exitCodeOf(result)).toBe(code);
    expect(result.regions.us?.inconclusive).toBe(code === 0 ? 0 : 1);
    expect(result.stale).toEqual([]);
  });

  test('accepted drift does not fail a strict run, other drift does', () => {
    const drifting = (...said: Parameters<typeof caseResult>[0]) => runOf([caseResult(said)]);
    const accepted = accept(drifting({ ...body, verdict: 'drift' }), [entry]);
    expect(exitCodeOf({ ...accepted, strict: true })).toBe(0);
    const more = accept(drifting({ ...body, verdict: 'drift' }, drift), [entry]);
    expect(exitCodeOf({ ...more, strict: true })).toBe(1);
  });
});

describe('differences between regions', () => {
  const differs: Difference = {
    operationId: 'list',
    case: 'success',
    what: 'body',
    where: '/a',
    regions: { us: '1', eu: '2' },
  };
  const parity = { ...entry, check: 'parity' };
  const both = [...inUs.map((one) => ({ ...one, ...caseResult([status]), case: one.case })), ...inEu];
  test.each<[string, Partial<Deviation>, boolean]>([
    ['of one of the regions', {}, true],
    ['of all regions', { region: 'all' }, true],
    ['at the place', { pointer: '/a' }, true],
    ['not at another place', { pointer: '/b' }, false],
    ['not of another region', { region: 'il' }, false],
    ['not of a check on one response', { check: 'status' }, false],
    ['not when it has expired', { expires: '2026-03-30' }, false],
  ])('%s', (_, change, isAccepted) => {
    const result = accept(runOf(both, [differs]), [{ ...parity, ...change }]);
    expect(result.parity.map(({ accepted }) => accepted !== undefined)).toEqual([isAccepted]);
    expect(exitCodeOf({ ...result, stale: [] })).toBe(isAccepted ? 0 : 1);
  });

  test.each<[string, readonly CaseResult[], 'stale' | 'notTold']>([
    ['gone', both, 'stale'],
    ['of one region alone', inUs, 'notTold'],
    [
      'of which a case was not sent',
      both.map((one) => (one.case === 'page-2' ? { ...one, verdict: 'skipped' } : one)),
      'notTold',
    ],
    [
      'of which one drifts in one region, and is not compared',
      both.map((one) => (one.region === 'eu' && one.case === 'success' ? { ...one, verdict: 'drift' } : one)),
      'notTold',
    ],
    [
      'of a status that one region no longer sends',
      both.map((one) => (one.region === 'eu' ? { ...one, status: 404 } : one)),
      'notTold',
    ],
    [
      'of which another status drifts',
      [...both, ...['us', 'eu'].map((region) => caseResult([drift], { region, case: 'more', status: 404 }))],
      'stale',
    ],
    [
      'of which all drift, and are not compared',
      both.map((one) => ({ ...one, verdict: 'drift' })),
      'notTold',
    ],
  ])('%s', (_, cases, want) => {
    const { stale, notTold } = accept(runOf(cases), [{ ...parity, case: 'all with status 200' }]);
    expect([stale?.length, notTold?.length]).toEqual(want === 'stale' ? [1, 0] : [0, 1]);
  });
});

describe('an entry', () => {
  const fixed = inUs.map((one) => ({ ...one, ...caseResult([status, fineBody]), case: one.case }));
  const second = (change: Partial<CaseResult>): CaseResult[] =>
    fixed.map((one) => (one.case === 'page-2' ? { ...one, ...change } : one));
  test.each<[string, readonly CaseResult[], Partial<Deviation>, string]>([
    ['that still fails', inUs, {}, 'fails'],
    ['that fails on its last day', inUs, { expires: '2026-03-31' }, 'fails'],
    ['that has expired', inUs, { expires: '2026-03-30' }, 'has expired'],
    ['that no longer fails', fixed, {}, 'no longer fails'],
    ['that no longer fails, and has expired', fixed, { expires: '2020-01-01' }, 'no longer fails'],
    ['of which a case was not sent', second({ verdict: 'skipped', outcomes: [] }), {}, 'not verified'],
    [
      'of which a case received no response',
      second({ verdict: 'unreachable', outcomes: [] }),
      {},
      'not verified',
    ],
    ['of which a case is open', second({ verdict: 'inconclusive' }), {}, 'not verified'],
    ['of which a case is flaky', second({ verdict: 'flaky' }), {}, 'not verified'],
    ['of another case than that', second({ verdict: 'skipped' }), { case: 'success' }, 'no longer fails'],
    ['of a case that was not sent', second({ verdict: 'skipped' }), { case: 'page-2' }, 'not verified'],
    ['of a case that is not planned', fixed, { case: 'elsewhere' }, 'not verified'],
    ['of a region that was not run', fixed, { region: 'eu' }, 'not verified'],
    ['of all regions, of which one was not run', fixed, { region: 'all' }, 'not verified'],
    ['of all regions', [...fixed, ...inEu], { region: 'all' }, 'no longer fails'],
    [
      'that has expired, of a region that was not run',
      fixed,
      { region: 'eu', expires: '2020-01-01' },
      'has expired',
    ],
    ['of a check that was not made', fixed, { check: 'relation' }, 'not verified'],
    ['of an operation that is not planned', fixed, { operation: 'get' }, 'not verified'],
  ])('%s', (_, cases, change, want) => {
    const result = accept(runOf(cases), [{ ...entry, ...change }]);
    const states = [
      ...(result.stale ?? []).map(({ why }) => why),
      ...(result.notTold ?? []).map(() => 'not verified'),
    ];
    expect(states.join() || 'fails').toBe(want);
    if (result.stale?.length) expect(exitCodeOf(result)).toBe(1);
  });

  const sorted = { check: 'sort', verdict: 'passed', pointer: '/sort/keys/a' } as const;
  const page2 = { case: 'page-2' };
  test.each<[string, readonly CaseResult[], Partial<Deviation>, string]>([
    [
      'of which one case lacks the data, and another has them',
      [caseResult([status]), caseResult([status, sorted], page2)],
      { check: 'sort' },
      'no longer fails',
    ],
    [
      'of which no case has the data',
      [caseResult([status]), caseResult([status], page2)],
      { check: 'sort' },
      'the check was not made: no response has the data for it',
    ],
    [
      'of a case that lacks the data',
      [caseResult([status]), caseResult([status, sorted], page2)],
      { check: 'sort', case: 'success' },
      'the check was not made: no response has the data for it',
    ],
    [
      'of which one case failed another check',
      [
        caseResult([status, body, { ...sorted, verdict: 'inconclusive', message: 'no order' }]),
        caseResult([status, sorted], page2),
      ],
      { check: 'sort' },
      'the check was not made on success in us: no order',
    ],
    [
      'of a check that passed on no response',
      [caseResult([status]), caseResult([status], page2)],
      {},
      'the check was not made: no response has the data for it',
    ],
    [
      'of what only shows when it fails',
      [caseResult([status]), caseResult([status], page2)],
      { check: 'http' },
      'no longer fails',
    ],
    [
      'of which all cases verify it',
      [caseResult([status, sorted]), caseResult([status, sorted], page2)],
      { check: 'sort' },
      'no longer fails',
    ],
    [
      'of a clause by which another case does not sort',
      [caseResult([status, sorted]), caseResult([status, { ...sorted, pointer: '/sort/keys/b' }], page2)],
      { check: 'sort', pointer: '/sort/keys/a' },
      'no longer fails',
    ],
    [
      'of which one case received another status',
      [caseResult([{ ...status, verdict: 'failed' }, fineBody]), caseResult([status, fineBody], page2)],
      {},
      'the check was not made on success in us: another check did not pass',
    ],
    [
      'of which cases were not judged',
      second({ verdict: 'skipped', reason: 'it costs money' }),
      { region: 'all' },
      'page-2 in us was not sent (it costs money); 2 more of its cases were not judged',
    ],
    [
      'of which one is open',
      second({
        verdict: 'inconclusive',
        outcomes: [{ ...sorted, verdict: 'inconclusive', message: 'no order' }],
      }),
      { check: 'sort' },
      'page-2 in us is inconclusive (no order)',
    ],
    [
      'of which one is open in another check',
      [caseResult([status, fineBody, unsure]), caseResult([status, fineBody], page2)],
      {},
      'no longer fails',
    ],
    [
      'of which one is open as a whole',
      [
        caseResult([status, fineBody, unsure], { reason: 'before that: 503' }),
        caseResult([status, fineBody], page2),
      ],
      {},
      'success in us is inconclusive (relation inconclusive)',
    ],
    [
      'of which one is open in another clause',
      [
        caseResult([status, unsure, { ...unsure, verdict: 'passed', pointer: '/r/1' }]),
        caseResult([status], page2),
      ],
      { check: 'relation', pointer: '/r/1' },
      'no longer fails',
    ],
    [
      'of which one failed otherwise, and is open in another clause',
      [
        caseResult([status, body, unsure]),
        caseResult([status, { ...unsure, verdict: 'passed', pointer: '/r/1' }], page2),
      ],
      { check: 'relation', pointer: '/r/1' },
      'no longer fails',
    ],
  ])('%s', (_, cases, change, want) => {
    const result = accept(runOf(cases), [{ ...entry, ...change }]);
    const states = [
      ...(result.stale ?? []).map(({ why }) => why),
      ...(result.notTold ?? []).map(({ why }) => why),
    ];
    expect(states).toEqual([want]);
  });

  test('of which only one case can verify it', () => {
    const cases = [caseResult([status, sorted]), caseResult([status], page2)];
    const { stale } = acceptKnown(runOf(cases), {
      deviations: [{ ...entry, check: 'sort' }],
      today: '2026-03-31',
      planned: { ...planned, mayVerify: (_, name) => name === 'success' },
    });
    expect(stale?.map(({ why }) => why)).toEqual(['no longer fails']);
  });

  test('of which no case can verify it', () => {
    const { notTold } = acceptKnown(runOf(fixed), {
      deviations: [entry],
      today: '2026-03-31',
      planned: { ...planned, mayVerify: () => false },
    });
    expect(notTold?.map(({ why }) => why)).toEqual(['no request that may be sent shows it']);
  });

  test('of two about the same, the one that has not expired accepts', () => {
    const result = accept(runOf(inUs), [
      { ...entry, expires: '2020-01-01' },
      { ...entry, region: 'all', reason: 'b' },
    ]);
    expect(result.findings[0]?.accepted?.reason).toBe('b');
    expect(result.stale?.map(({ why }) => why)).toEqual(['has expired']);
  });
});
