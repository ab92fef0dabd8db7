import {
  type Accepted,
  type CaseResult,
  type Deviation,
  type JudgedOutcome,
  type RegionResult,
  type Stale,
  type Verdicts,
  verdicts,
} from '../../model/run-result.ts';
import type { Asked } from './asked.ts';
import { type EntryState, stateOf } from './entry-state.ts';
import { isAboutDifference, isAboutFinding } from './matches.ts';

export type Accepting = {
  readonly deviations: readonly Deviation[];
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string;
  readonly asked: Asked;
};

/**
 * The result with what is a known deviation accepted, and the entries that are stale. Cases of which nothing else is
 * wrong become `known`; what that means for the exit status is not decided here.
 */
export function acceptKnown<T extends Verdicts>(result: T, { deviations, today, asked }: Accepting): T {
  const valid = deviations.filter(({ expires }) => expires >= today);
  const cases = result.cases.map((one) => acceptCase(one, valid));
  const states = deviations.map((entry) => [entry, stateOf(entry, result, asked)] as const);
  const regions = Object.entries(result.regions).map(([name, region]) => {
    const own = cases.filter((one) => one.region === name);
    return [name, recount(region, own)] as const;
  });
  return {
    ...result,
    regions: Object.fromEntries(regions),
    cases,
    findings: result.findings.map((one) =>
      withEntry(
        one,
        valid.find((each) => isAboutFinding(each, one)),
      ),
    ),
    parity: result.parity.map((one) =>
      withEntry(
        one,
        valid.find((each) => isAboutDifference(each, one)),
      ),
    ),
    stale: states.flatMap(([entry, state]) => toStale(entry, state, valid.includes(entry))),
    notTold: states.flatMap(([entry, state]) => {
      return typeof state === 'object' && valid.includes(entry) ? [{ ...entry, why: state.unverified }] : [];
    }),
  };
}

function toStale(entry: Deviation, state: EntryState, isValid: boolean): Stale[] {
  if (state === 'holds') return [{ ...entry, why: 'no longer fails' }];
  return isValid ? [] : [{ ...entry, why: 'has expired' }];
}

function withEntry<T extends object>(one: T, entry: Deviation | undefined): T & { accepted?: Accepted } {
  if (entry === undefined) return one;
  const { reason, expires } = entry;
  return { ...one, accepted: { reason, expires } };
}

function acceptCase(result: CaseResult, valid: readonly Deviation[]): CaseResult {
  const outcomes = result.outcomes.map((outcome) => {
    const found = { ...result, ...outcome, case: result.case, severity: outcome.verdict };
    return withEntry(
      outcome,
      valid.find((each) => isAboutFinding(each, found)),
    );
  });
  const isAccepted = outcomes.some(({ accepted }) => accepted !== undefined);
  if (!isAccepted) return result;
  // Inconclusive with a reason is a case as a whole, not one of its checks.
  const isJudged = ['failed', 'drift'].includes(result.verdict) || isOpenOnly(result);
  const verdict = isJudged ? verdictOf(result, outcomes) : result.verdict;
  return { ...result, outcomes, verdict };
}

function isOpenOnly({ verdict, reason }: CaseResult): boolean {
  return verdict === 'inconclusive' && reason === undefined;
}

/** What the case would be without what is accepted. */
function verdictOf(
  { reason, stopped }: CaseResult,
  outcomes: readonly JudgedOutcome[],
): CaseResult['verdict'] {
  const rest = outcomes.filter(({ accepted }) => accepted === undefined).map(({ verdict }) => verdict);
  const worst = (['failed', 'inconclusive', 'drift'] as const).find((verdict) => rest.includes(verdict));
  if (worst === 'failed' || worst === 'inconclusive') return worst;
  if (stopped !== undefined) return 'inconclusive';
  // The reason of a judged case tells of the attempts before.
  if (reason !== undefined) return 'flaky';
  return worst ?? 'known';
}

/** The counts of checks, and the verdict, without what is accepted. */
function recount(region: RegionResult, cases: readonly CaseResult[]): RegionResult {
  const outcomes = cases.flatMap((one) => one.outcomes).filter(({ accepted }) => accepted !== undefined);
  if (outcomes.length === 0) return region;
  const accepted = (verdict: string): number => outcomes.filter((one) => one.verdict === verdict).length;
  return {
    ...region,
    verdict: verdicts.find((verdict) => cases.some((one) => one.verdict === verdict)) ?? region.verdict,
    failed: region.failed - accepted('failed'),
    drift: region.drift - accepted('drift'),
    known: accepted('failed') + accepted('drift'),
    inconclusive: region.inconclusive - accepted('inconclusive'),
    flaky: cases.filter(({ verdict }) => verdict === 'flaky').length,
  };
}
