import { describe, expect, test } from 'vitest';
import { toPlan } from '../../scripts/cases/plan.ts';
import { judgeCase, judgeCases } from '../../scripts/judge/case-result.ts';
import { type JudgeOptions, judge } from '../../scripts/judge/judge.ts';
import type { CaseRecord, RunRecord } from '../../scripts/model/run-record.ts';
import { open, rivery } from '../fixtures/open.ts';

const { api, spec } = await open(rivery);
const plan = toPlan(api);

const options: JudgeOptions = { api, plan, strict: false, locate: spec.locate, redact: (text) => text };

/** The cases of one operation, each with the expected status. */
const passed: readonly CaseRecord[] = plan.cases
  .filter(({ operation }) => operation.id === 'getRiverActivitiesRunGroups')
  .map(({ operation, id, name, statuses }) => ({
    ...{ region: 'us', operationId: operation.id, case: id, name, before: [], attempts: 1, durationMs: 1 },
    status: Number(statuses[0] ?? 400),
    outcomes: [{ check: 'status', verdict: 'passed', message: 'm' }],
  }));

const [first] = passed;
if (first === undefined) throw new Error('no case');
const missing: CaseRecord = { ...first, attempts: 0, outcomes: [], isMissing: true };

const record = (cases: readonly CaseRecord[], more: Partial<RunRecord> = {}): RunRecord => ({
  ...{ region: 'us', baseUrl: 'http://a.example', cases, exchanges: [], durationMs: 1, isInterrupted: false },
  ...more,
});

describe('a case', () => {
  test.each<[string, Partial<CaseRecord>, object]>([
    ['is passed if its checks are', {}, { verdict: 'passed' }],
    ['is never passed without a check', { outcomes: [] }, { verdict: 'inconclusive' }],
    [
      'is flaky if an earlier attempt failed',
      { before: ['503'] },
      { verdict: 'flaky', reason: 'before that: 503' },
    ],
    [
      'is inconclusive if a script stopped',
      { scriptError: 'no memory' },
      { verdict: 'inconclusive', reason: 'a script stopped: no memory' },
    ],
    ['is unreachable without a response', { error: 'socket hang up' }, { verdict: 'unreachable' }],
    ['fails if the response is not HTTP', { error: 'Parse Error: Invalid' }, { verdict: 'failed' }],
  ])('%s', (_, change, wanted) => {
    expect(judgeCase({ ...first, ...change })).toMatchObject(wanted);
  });

  test('is inconclusive if its request was not sent', () => {
    const { status, ...unsent } = first;
    const reason = 'river_id has no value';
    expect(judgeCase({ ...unsent, refusal: reason })).toMatchObject({ verdict: 'inconclusive', reason });
  });
});

describe('an interrupted region', () => {
  const ended = 'the run was interrupted before it was sent';
  const skipped: CaseRecord = { ...first, attempts: 0, outcomes: [], skipped: 'r' };
  const reasonOf = (cases: readonly CaseRecord[]): string | undefined =>
    judge([record(cases, { ended, isInterrupted: true })], options).regions['us']?.reason;

  test('says after how many of the planned cases', () => {
    expect(reasonOf([first, first, missing, skipped])).toBe('interrupted after 2 of 3 test cases');
    expect(reasonOf([missing])).toBe('interrupted after 0 of 1 test case');
  });

  test('says so before anything else, and even if a check failed', () => {
    const refused = { ...first, case: 'success', status: 401, outcomes: [] };
    expect(reasonOf([refused, { ...missing, case: 'other' }])).toMatch(
      /^interrupted after 1 of 2 test cases; the credentials are refused/,
    );
    const failed = { ...first, outcomes: [{ check: 'status', verdict: 'failed', message: 'm' }] } as const;
    expect(reasonOf([failed, missing])).toBe('interrupted after 1 of 2 test cases');
  });
});

describe('a case that was to be sent and was not', () => {
  const { status, ...withoutStatus } = first;
  test.each<[string, readonly CaseRecord[], string | undefined, string]>([
    ['the end of the run', [first], 'newman stopped: x', 'newman stopped: x'],
    ['what its operation lacks', [{ ...withoutStatus, outcomes: [], refusal: 'no id' }], undefined, 'no id'],
    ['nothing at all', [], undefined, 'nothing was sent'],
    ['the rate limit', [{ ...first, status: 429 }], undefined, 'the rate limit was reached'],
    [
      'silence',
      [{ ...withoutStatus, error: 'socket hang up' }],
      undefined,
      'had not responded to several requests',
    ],
    [
      'no HTTP',
      [{ ...withoutStatus, error: 'Parse Error' }],
      undefined,
      'had not responded to several requests',
    ],
    ['the last one', [first], undefined, `the run ended after ${first.operationId} (${first.case})`],
  ])('says why: %s', (_, sent, ended, wanted) => {
    const [last] = judgeCases({ cases: [...sent, missing], ...(ended !== undefined && { ended }) }).slice(-1);
    expect(last).toMatchObject({ verdict: 'inconclusive', reason: expect.stringContaining(wanted) });
  });
});

describe('the exit code', () => {
  const failed: CaseRecord = { ...first, outcomes: [{ check: 'status', verdict: 'failed', message: 'm' }] };
  test('is decided from the verdict', () => {
    expect(judge([record([failed])], options).exitCode).toBe(1);
    expect(judge([record([missing])], options).exitCode).toBe(4);
  });

  test('is that of an interrupt, whatever was judged before it', () => {
    const records = [record([failed, missing], { ended: 'interrupted', isInterrupted: true })];
    const known = { deviations: [], never: new Map(), today: '2026-01-01' };
    for (const more of [{}, { known }]) expect(judge(records, { ...options, ...more }).exitCode).toBe(130);
  });
});

test('a baseline is compared with what is without secrets', () => {
  const message = 'it said hunter22';
  const failed: CaseRecord = { ...first, outcomes: [{ check: 'leak', verdict: 'failed', message }] };
  const redact = (text: string): string => text.replaceAll('hunter22', '***');
  const baseline = judge([record([failed])], { ...options, redact });
  const { findings } = judge([record([failed])], { ...options, redact, baseline });
  expect(findings.map(({ message: said, since }) => [said, since])).toContainEqual(['it said ***', 'known']);
});
