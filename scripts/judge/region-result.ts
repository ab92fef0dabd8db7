import { count } from '../base/words.ts';
import type { RunRecord } from '../model/run-record.ts';
import { type CaseResult, type RegionResult, type ResultVerdict, verdicts } from '../model/run-result.ts';

/**
 * If a region refuses (401 or 403) every request that should succeed, the credentials are wrong, and the refusals say
 * nothing about the contract. The refused cases then become inconclusive.
 */
export function judgeRegion(cases: readonly CaseResult[]): { cases: CaseResult[]; reason?: string } {
  const successes = cases.filter((result) => {
    return (result.case === 'success' || result.case === 'whole-list') && result.status !== undefined;
  });
  const [first] = successes;
  if (first === undefined || !successes.every(isRefused)) return { cases: [...cases] };
  const reason =
    `the credentials are refused (${first.status}): every request that should succeed was. ` +
    'Check the token, its scopes, and that it belongs to this region';
  return {
    cases: cases.map((result) => {
      return isRefused(result) ? { ...result, verdict: 'inconclusive', reason, outcomes: [] } : result;
    }),
    reason,
  };
}

/** Whether the request was refused although that is not the expected response. */
function isRefused({ status, outcomes }: CaseResult): boolean {
  const isExpected = outcomes.some(({ check, verdict }) => check === 'status' && verdict === 'passed');
  return (status === 401 || status === 403) && !isExpected;
}

/** The counts and the verdict of a region. Without a single check the verdict is never `passed`. */
export function toRegionResult(
  baseUrl: string,
  cases: readonly CaseResult[],
  durationMs: number,
  reason: string | undefined,
): RegionResult {
  const outcomes = cases.flatMap((result) => result.outcomes);
  const having = (verdict: string): number =>
    outcomes.filter((outcome) => outcome.verdict === verdict).length;
  const [passed, failed, drift] = [having('passed'), having('failed'), having('drift')];
  const of = (verdict: ResultVerdict): CaseResult[] => cases.filter((result) => result.verdict === verdict);
  const unreachable = of('unreachable');
  const checks = passed + failed + drift;
  // If a check failed, inconclusive ones are often only a consequence.
  const inconclusive = failed > 0 ? undefined : whyInconclusive(of('inconclusive')[0]);
  const why = reason ?? unreachable[0]?.reason ?? inconclusive ?? whyNothing(cases);
  return {
    baseUrl,
    verdict: checks === 0 && unreachable.length === 0 ? 'inconclusive' : worstVerdict(cases),
    ...(why !== undefined && { reason: why }),
    requests: cases
      .filter(
        ({ status, outcomes, verdict }) =>
          status !== undefined || outcomes.length > 0 || verdict === 'unreachable',
      )
      .reduce((sum, { attempts }) => sum + attempts, 0),
    checks,
    passed,
    failed,
    drift,
    known: 0,
    inconclusive: having('inconclusive'),
    flaky: of('flaky').length,
    unreachable: unreachable.length,
    durationMs,
  };
}

/** Says how far an interrupted run came in the region, before any other reason. */
export function withInterruption(
  result: RegionResult,
  { isInterrupted, ended, cases }: Pick<RunRecord, 'isInterrupted' | 'ended' | 'cases'>,
): RegionResult {
  if (!isInterrupted) return result;
  const planned = cases.filter(({ skipped }) => skipped === undefined);
  const sent = planned.filter(({ isMissing }) => !isMissing).length;
  const reason = `interrupted after ${sent} of ${count(planned.length, 'test case')}`;
  const isSame = result.reason === undefined || result.reason === ended;
  return { ...result, reason: isSame ? reason : `${reason}; ${result.reason}` };
}

/** The message of the check is more specific than the reason of the case. */
function whyInconclusive(result: CaseResult | undefined): string | undefined {
  if (result?.reason === undefined) return undefined;
  return result.outcomes.find(({ verdict }) => verdict === 'inconclusive')?.message ?? result.reason;
}

/** Why nothing was sent, if every case was skipped. */
function whyNothing(cases: readonly CaseResult[]): string | undefined {
  if (cases.length === 0 || cases.some(({ verdict }) => verdict !== 'skipped')) return undefined;
  const reasons = new Set(cases.flatMap(({ reason }) => reason ?? []));
  return `nothing was sent, because every case is skipped (${[...reasons].join('; ')})`;
}

/** The worst verdict of the cases. */
export function worstVerdict(cases: readonly CaseResult[]): ResultVerdict {
  return verdicts.find((verdict) => cases.some((result) => result.verdict === verdict)) ?? 'inconclusive';
}
