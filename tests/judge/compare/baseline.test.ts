import { describe, expect, test } from 'vitest';
import { compareWith } from '../../../scripts/judge/compare/baseline.ts';
import type { CaseResult, Difference, RunResult } from '../../../scripts/model/run-result.ts';
import { caseResult, type GivenOutcome, inShort, runOf } from './runs.ts';

const status = { check: 'status', verdict: 'passed' } as const;
const body = { check: 'schema', verdict: 'failed', pointer: '/s/type', expected: 'type string' } as const;
const sorted = { check: 'sort', verdict: 'failed', pointer: '/x-contract/list/sort/by' } as const;
const undescribed = { check: 'undocumented', verdict: 'drift', pointer: '/r/200' } as const;
const required = { check: 'schema', verdict: 'failed', pointer: '/s/required' } as const;
const unsure = { check: 'relation', verdict: 'inconclusive', pointer: '/x-contract/relations/0' } as const;

const leak = (actual: string): GivenOutcome => ({ check: 'leak', verdict: 'failed', actual });

describe('a finding is known again', () => {
  test.each<[string, GivenOutcome, GivenOutcome, 'known' | 'new']>([
    ['the same', body, body, 'known'],
    [
      'whatever the response contained',
      { ...body, actual: '1', message: 'a' },
      { ...body, actual: '2' },
      'known',
    ],
    ['at another place of the body', { ...body, instance: '/a/0' }, { ...body, instance: '/a/7' }, 'known'],
    ['when it was only drift', { ...body, verdict: 'drift' }, body, 'new'],
    ['when it is only drift', body, { ...body, verdict: 'drift' }, 'known'],
    ['a leak of the same', leak('SQL in the body'), leak('SQL in the body'), 'known'],
    ['a leak with other words', leak('SQL in the body: a\nb'), leak('SQL in the body: b: c'), 'known'],
    ['a header of another version', leak('Server: nginx/1.2'), leak('Server: nginx/1.3'), 'known'],
    ['a leak of something else', leak('Server: nginx/1.2'), leak('a stack trace in the body'), 'new'],
    ['a leak of another header', leak('Server: nginx/1.2'), leak('X-Powered-By: PHP/8.1'), 'new'],
    ['a leak elsewhere', leak('SQL in the body'), leak('SQL in the header X-Error'), 'new'],
    ['of another clause', { ...body, pointer: '/s/enum' }, body, 'new'],
    ['of another check', { ...body, check: 'headers' }, body, 'new'],
    ['what could not be judged', unsure, { ...unsure, verdict: 'failed' }, 'new'],
    [
      'of another property that is required',
      { ...required, expected: 'a property `a`' },
      { ...required, expected: 'a property `b`' },
      'new',
    ],
    [
      'of another property that is not described',
      { ...undescribed, expected: 'no property a, because it is not described' },
      { ...undescribed, expected: 'no property b, because it is not described' },
      'new',
    ],
    [
      'of a property that is not described, in the words of an earlier version',
      { ...undescribed, expected: 'no property a, for it is not described' },
      { ...undescribed, expected: 'no property a, because it is not described' },
      'known',
    ],
    [
      'where the response decides the expected count',
      { ...sorted, expected: '3 items' },
      { ...sorted, expected: '4 items' },
      'known',
    ],
  ])('%s', (_, before, now, since) => {
    const { findings } = compareWith(runOf([caseResult([now])]), runOf([caseResult([before])]));
    expect(findings.map((finding) => finding.since)).toEqual([since]);
  });

  test.each<[string, Partial<CaseResult>]>([
    ['in another region', { region: 'eu' }],
    ['in another operation', { operationId: 'get' }],
    ['in another case', { case: 'page-2' }],
  ])('not %s', (_, place) => {
    const compared = compareWith(runOf([caseResult([body])]), runOf([caseResult([body], place)]));
    expect(compared.findings.map(({ since }) => since)).toEqual(['new']);
    expect(inShort(compared.uncompared)).toHaveLength(1);
  });

  test('not a case that was flaky and now receives no response', () => {
    const flaky = caseResult([status], { verdict: 'flaky' });
    const down = caseResult([], { verdict: 'unreachable' });
    expect(compareWith(runOf([down]), runOf([flaky])).findings.map(({ since }) => since)).toEqual(['new']);
  });
});

describe('what the baseline found is gone', () => {
  const other = { check: 'headers', verdict: 'failed', pointer: '/h' } as const;
  const passedBody = { check: 'schema', verdict: 'passed' } as const;
  test.each<[string, GivenOutcome, CaseResult | undefined, 'fixed' | 'uncompared']>([
    ['passed', body, caseResult([status, passedBody]), 'fixed'],
    ['broken otherwise, but not in this', body, caseResult([status, passedBody, other]), 'fixed'],
    [
      'an unexpected response',
      body,
      caseResult([{ ...status, verdict: 'failed' }, passedBody]),
      'uncompared',
    ],
    ['of which the body was not looked at', body, caseResult([status, other]), 'uncompared'],
    ['skipped', body, caseResult([], { verdict: 'skipped' }), 'uncompared'],
    ['unreachable', body, caseResult([], { verdict: 'unreachable' }), 'uncompared'],
    ['inconclusive in another check', body, caseResult([status, passedBody, unsure]), 'fixed'],
    ['inconclusive in this', { ...unsure, verdict: 'failed' }, caseResult([status, unsure]), 'uncompared'],
    ['inconclusive as a whole', body, caseResult([status, unsure], { reason: 'a' }), 'uncompared'],
    ['flaky', body, caseResult([status, passedBody], { verdict: 'flaky' }), 'uncompared'],
    ['not there', body, undefined, 'uncompared'],
    ['sorted', sorted, caseResult([status, { ...sorted, verdict: 'passed' }]), 'fixed'],
    [
      'sorted by a part of the clause',
      sorted,
      caseResult([{ ...sorted, verdict: 'passed', pointer: '/x-contract/list/sort/by/a' }]),
      'fixed',
    ],
    ['with nothing to be sorted', sorted, caseResult([status, passedBody]), 'uncompared'],
    [
      'sorted by something else',
      sorted,
      caseResult([{ ...sorted, verdict: 'passed', pointer: '/x-contract/list/sort/keys/a' }]),
      'uncompared',
    ],
    ['judged, where it could not be', unsure, caseResult([{ ...unsure, verdict: 'passed' }]), 'fixed'],
    [
      'no longer of another status',
      { check: 'leak', verdict: 'failed' },
      caseResult([
        { ...status, verdict: 'failed' },
        { check: 'leak', verdict: 'passed' },
      ]),
      'fixed',
    ],
    ['read at last', { check: 'http', verdict: 'failed' }, caseResult([status, other]), 'fixed'],
  ])('%s', (_, before, now, want) => {
    const baseline = runOf([caseResult([before])]);
    const compared = compareWith(runOf(now === undefined ? [] : [now]), baseline);
    expect(compared[want]).toEqual(baseline.findings);
    expect(compared[want === 'fixed' ? 'uncompared' : 'fixed']).toEqual([]);
  });

  test('a case that received no response, and now does', () => {
    const down = runOf([caseResult([], { verdict: 'unreachable', reason: 'refused' })]);
    expect(compareWith(runOf([caseResult([status])]), down).fixed).toEqual(down.findings);
  });
});

describe('differences of the regions', () => {
  const of = (region: string, more: Partial<CaseResult> = {}): CaseResult =>
    caseResult([status], { region, ...more });
  const inCase: Difference = {
    operationId: 'list',
    case: 'success',
    what: 'status',
    regions: { us: '200', eu: '404' },
  };
  const inAll: Difference = { ...inCase, case: 'all with status 200', what: 'header', where: 'x-a' };
  const second = { case: 'page-2' };
  const whole = [of('us'), of('eu'), of('us', second), of('eu', second)];

  test.each<[string, RunResult, Difference, string]>([
    [
      'the same, with other responses',
      runOf(whole, [{ ...inCase, regions: { us: '200', eu: '500' } }]),
      inCase,
      'known',
    ],
    ['of another header', runOf(whole, [{ ...inAll, where: 'x-b' }]), inAll, 'new, fixed'],
    ['none any more', runOf(whole), inCase, 'fixed'],
    ['none any more, in one case alone', runOf([of('us'), of('eu')]), inCase, 'fixed'],
    ['none any more in all cases', runOf(whole), inAll, 'fixed'],
    ['but not all cases were sent', runOf(whole.slice(0, 3)), inAll, 'open'],
    ['but one region was not', runOf(whole.filter(({ region }) => region === 'us')), inCase, 'open'],
    [
      'but one response drifts, and is not compared',
      runOf([of('us'), of('eu', { verdict: 'drift' })]),
      inCase,
      'open',
    ],
  ])('%s', (_, now, before, want) => {
    const compared = compareWith(now, runOf(whole, [before]));
    const found = compared.parity.map(({ since = '' }) => since);
    const gone = (compared.fixedParity ?? []).map(() => 'fixed');
    const open = (compared.uncomparedParity ?? []).map(() => 'open');
    expect([...found, ...gone, ...open].join(', ')).toBe(want);
  });
});

test('a run is just as before beside itself', () => {
  const run = runOf([
    caseResult([status, body, undescribed, unsure]),
    caseResult([sorted], { region: 'eu' }),
  ]);
  const compared = compareWith(run, run);
  expect(compared.findings.every(({ since }) => since === 'known')).toBe(true);
  expect([compared.fixed, compared.uncompared]).toEqual([[], []]);
});
