import { type CaseResult, type RegionResult, type ResultVerdict, verdicts } from '../model/run-result.ts';

/**
 * The region as a whole. Where every request that should succeed was refused (401 or 403), the refusals say
 * nothing about the contract: the cases that fail by them become inconclusive.
 */
export function judgeRegion(cases: readonly CaseResult[]): { cases: CaseResult[]; reason?: string } {
  const wanted = cases.filter((result) => successes.includes(result.case) && result.status !== undefined);
  const refused = wanted.filter(isRefused);
  if (wanted.length === 0 || refused.length < wanted.length) return { cases: [...cases] };
  const [first] = refused;
  const reason =
    `the credentials are refused (${first?.status}): every request that should succeed was. ` +
    'Check the token, its scopes, and that it belongs to this region';
  return {
    cases: cases.map((result) => (isRefused(result) ? toInconclusive(result, reason) : result)),
    reason,
  };
}

const successes: readonly string[] = ['success', 'whole-list'];

/** Refused, and another answer was wanted. */
function isRefused({ status, outcomes }: CaseResult): boolean {
  const wanted = outcomes.some(({ check, verdict }) => check === 'status' && verdict === 'passed');
  return (status === 401 || status === 403) && !wanted;
}

function toInconclusive(result: CaseResult, reason: string): CaseResult {
  return { ...result, verdict: 'inconclusive', reason, outcomes: [] };
}

/** Counts and verdict of a region. Without a single check its verdict is never `passed`. */
export function toRegionResult(
  baseUrl: string,
  cases: readonly CaseResult[],
  durationMs: number,
  reason: string | undefined,
): RegionResult {
  const outcomes = cases.flatMap((result) => result.outcomes);
  const count = (verdict: string): number => outcomes.filter((outcome) => outcome.verdict === verdict).length;
  const [passed, failed, drift] = [count('passed'), count('failed'), count('drift')];
  const of = (verdict: ResultVerdict): CaseResult[] => cases.filter((result) => result.verdict === verdict);
  const unreachable = of('unreachable');
  const checks = passed + failed + drift;
  // Where something failed, what could not be told is often but its consequence.
  const open = failed > 0 ? undefined : whyOpen(of('inconclusive')[0]);
  const why = reason ?? unreachable[0]?.reason ?? open ?? whyNothing(cases);
  return {
    baseUrl,
    verdict: checks === 0 && unreachable.length === 0 ? 'inconclusive' : worst(cases),
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
    inconclusive: count('inconclusive'),
    flaky: of('flaky').length,
    unreachable: unreachable.length,
    durationMs,
  };
}

/** What could not be told says more than what came before it. */
function whyOpen(result: CaseResult | undefined): string | undefined {
  if (result?.reason === undefined) return undefined;
  return result.outcomes.find(({ verdict }) => verdict === 'inconclusive')?.message ?? result.reason;
}

/** Why nothing was sent at all. */
function whyNothing(cases: readonly CaseResult[]): string | undefined {
  if (cases.length === 0 || cases.some(({ verdict }) => verdict !== 'skipped')) return undefined;
  const reasons = new Set(cases.flatMap(({ reason }) => reason ?? []));
  return `nothing was sent, for every case is left out (${[...reasons].join('; ')})`;
}

function worst(cases: readonly CaseResult[]): ResultVerdict {
  return verdicts.find((verdict) => cases.some((result) => result.verdict === verdict)) ?? 'inconclusive';
}
