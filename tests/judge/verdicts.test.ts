import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../../scripts/judge/exit-code.ts';
import { toFindings } from '../../scripts/judge/findings.ts';
import { toDifferences } from '../../scripts/judge/parity/parity.ts';
import { judgeRegion, toRegionResult } from '../../scripts/judge/region-result.ts';
import type { Outcome, Verdict } from '../../scripts/model/outcome.ts';
import type { CaseResult, RegionResult } from '../../scripts/model/run-result.ts';

const outcome = (verdict: Verdict, check: Outcome['check'] = 'status'): Outcome => ({
  check,
  verdict,
  message: 'm',
});

/** The exit code of a run with these regions, whose differences are none. */
const exitCodeFor = (
  regions: readonly RegionResult[],
  more: Partial<Parameters<typeof exitCodeOf>[0]> = {},
): number =>
  exitCodeOf({
    regions: Object.fromEntries(Object.entries(regions)),
    parity: [],
    coverage: { percent: 100 },
    ...more,
  });

/** A case of `op` in `us`: its id, verdict, status and outcomes. */
function testCase(
  id: string,
  verdict: CaseResult['verdict'],
  status: number | undefined,
  outcomes: Outcome[],
): CaseResult {
  const shared = {
    region: 'us',
    operationId: 'op',
    case: id,
    name: id,
    verdict,
    outcomes,
    attempts: 1,
    durationMs: 1,
  };
  return status === undefined ? shared : { ...shared, status };
}

const passed = testCase('success', 'passed', 200, [outcome('passed')]);
const refused = testCase('success', 'failed', 401, [outcome('failed')]);
const refusedError = testCase('unknown-id', 'failed', 401, [outcome('failed'), outcome('passed', 'json')]);
const wrongToken = testCase('wrong-token', 'passed', 401, [outcome('passed')]);
const down = testCase('success', 'unreachable', undefined, []);
const drift = testCase('success', 'drift', 200, [outcome('passed'), outcome('drift', 'schema')]);
const failed = testCase('success', 'failed', 500, [outcome('failed')]);
const unsent = testCase('success', 'skipped', undefined, []);
const crashed = testCase('success', 'inconclusive', 200, []);

test('a region that was sent nothing says why', () => {
  const skipped = [
    { ...unsent, reason: 'it costs money: sent only with --allow-run' },
    { ...unsent, reason: 'it is not in the tier smoke' },
    { ...unsent, reason: 'it costs money: sent only with --allow-run' },
  ];
  expect(toRegionResult('http://a.example', skipped, 1, undefined)).toMatchObject({
    verdict: 'inconclusive',
    requests: 0,
    reason:
      'nothing was sent, because every case is skipped (it costs money: sent only with --allow-run; it is not in the tier smoke)',
  });
});

describe('a region, and the exit status of a run with it alone', () => {
  test.each([
    ['all passed', [passed, wrongToken], 'passed', 0],
    ['one failed', [passed, failed], 'failed', 1],
    ['drift', [passed, drift], 'drift', 0],
    ['nothing sent', [unsent], 'inconclusive', 4],
    ['nothing at all', [], 'inconclusive', 4],
    ['one without checks', [passed, crashed], 'inconclusive', 4],
    ['one unreachable', [passed, down], 'unreachable', 4],
    ['one failed, one unreachable', [failed, down], 'failed', 1],
    ['all that should succeed refused', [refused, refusedError, wrongToken], 'inconclusive', 4],
    ['only some refused', [passed, refused, wrongToken], 'failed', 1],
    [
      'refused, and broken otherwise',
      [refused, testCase('other', 'failed', 500, [outcome('failed')])],
      'failed',
      1,
    ],
  ] as const)('%s', (_, results, verdict, exitCode) => {
    const { cases, reason } = judgeRegion(results);
    const region = toRegionResult('http://a.example', cases, 1, reason);
    expect(region.verdict).toBe(verdict);
    expect(exitCodeFor([region])).toBe(exitCode);
  });

  test('drift fails when it is strict', () => {
    expect(exitCodeFor([toRegionResult('', [drift], 1, undefined)], { strict: true })).toBe(1);
  });

  test('less covered than the floor is broken, where all was judged', () => {
    const fine = toRegionResult('', [passed], 1, undefined);
    const open = toRegionResult('', [down], 1, undefined);
    const floored = (floor: number) => ({ coverage: { percent: 83.2, floor } });
    expect(exitCodeFor([fine], floored(83.2))).toBe(0);
    expect(exitCodeFor([fine], floored(83.3))).toBe(1);
    expect(exitCodeFor([fine, open], floored(100))).toBe(4);
  });

  test('no region is never kept', () => {
    expect(exitCodeFor([])).toBe(4);
  });

  test('one region broken and another unreachable: broken', () => {
    const regions = [toRegionResult('', [failed], 1, undefined), toRegionResult('', [down], 1, undefined)];
    expect(exitCodeFor(regions)).toBe(1);
  });

  test('an inconclusive check is the reason, not an earlier attempt', () => {
    const open = {
      ...testCase('success', 'inconclusive', 429, [outcome('inconclusive')]),
      reason: 'before that',
    };
    expect(toRegionResult('', [passed, open], 1, undefined).reason).toBe('m');
    // In a region that failed that is often but a consequence.
    expect(toRegionResult('', [failed, open], 1, undefined)).not.toHaveProperty('reason');
  });

  test('counts are of checks, and of cases where it says so', () => {
    const region = toRegionResult('', [passed, drift, failed, down, unsent], 1, undefined);
    expect(region).toMatchObject({ requests: 4, checks: 4, passed: 2, drift: 1, failed: 1, unreachable: 1 });
  });
});

describe('findings', () => {
  test.each([
    ['a passed check gives none', passed, []],
    ['a failed one gives its outcome', failed, [{ check: 'status', severity: 'failed' }]],
    ['drift too', drift, [{ check: 'schema', severity: 'drift' }]],
    ['a case without a response gives one', down, [{ check: 'answer', severity: 'unreachable' }]],
    ['a case without checks gives one', crashed, [{ check: 'answer', severity: 'inconclusive' }]],
    ['a case that was not sent gives none', unsent, []],
  ])('%s', (_, result, wanted) => {
    expect(toFindings([result], () => 'a.yaml:1:1')).toMatchObject(wanted);
    expect(toFindings([result], () => 'a.yaml:1:1')).toHaveLength(wanted.length);
  });

  test('name the place of the clause', () => {
    const broken = { ...outcome('failed'), pointer: '/paths' };
    const [finding] = toFindings([{ ...failed, outcomes: [broken] }], (pointer) => `a.yaml${pointer}:3:1`);
    expect(finding).toMatchObject({ pointer: '/paths', specLocation: 'a.yaml/paths:3:1' });
  });
});

describe('differences between regions', () => {
  const inEu = (result: CaseResult): CaseResult => ({ ...result, region: 'eu' });
  test.each([
    ['the same response', [passed, inEu(passed)], []],
    [
      'another status',
      [passed, inEu({ ...failed, mediaType: '' })],
      [{ what: 'status' }, { what: 'media type' }],
    ],
    [
      'another media type',
      [{ ...passed, mediaType: 'a/b' }, inEu({ ...passed, mediaType: 'c/d' })],
      [{ what: 'media type' }],
    ],
    ['one region down', [passed, inEu(down)], []],
    ['one region alone', [passed], []],
  ])('%s', (_, results, wanted) => {
    expect(toDifferences(results)).toMatchObject(wanted);
    expect(toDifferences(results)).toHaveLength(wanted.length);
  });
});
