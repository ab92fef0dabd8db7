import type {
  Accepted,
  CaseResult,
  Deviation,
  JudgedOutcome,
  RegionResult,
  Stale,
  Verdicts,
} from '../../model/run-result.ts';
import { worstVerdict } from '../region-result.ts';
import { type EntryState, stateOf } from './entry-state.ts';
import { isAboutDifference, isAboutFinding } from './matches.ts';
import type { PlannedCases } from './planned-cases.ts';

/** The table of known deviations, and what a full run would send. */
export type Accepting = {
  readonly deviations: readonly Deviation[];
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string;
  readonly planned: PlannedCases;
};

/** Accepts known deviations in the result, and lists the entries that are stale or were not verified. */
export function acceptKnown<T extends Verdicts>(result: T, { deviations, today, planned }: Accepting): T {
  const valid = deviations.filter(({ expires }) => expires >= today);
  const cases = result.cases.map((one) => acceptCase(one, valid));
  const states = deviations.map((entry) => [entry, stateOf(entry, result, planned)] as const);
  const regions = Object.entries(result.regions).map(([name, region]) => {
    const own = cases.filter((one) => one.region === name);
    return [name, recount(region, own)] as const;
  });
  return {
    ...result,
    regions: Object.fromEntries(regions),
    cases,
    findings: result.findings.map((one) => accept(one, valid, (entry) => isAboutFinding(entry, one))),
    parity: result.parity.map((one) => accept(one, valid, (entry) => isAboutDifference(entry, one))),
    stale: states.flatMap(([entry, state]) => toStale(entry, state, valid.includes(entry))),
    notTold: states.flatMap(([entry, state]) => {
      return typeof state === 'object' && valid.includes(entry) ? [{ ...entry, why: state.unverified }] : [];
    }),
  };
}

function toStale(entry: Deviation, state: EntryState, isValid: boolean): Stale[] {
  if (state === 'gone') return [{ ...entry, why: 'no longer fails' }];
  return isValid ? [] : [{ ...entry, why: 'has expired' }];
}

/** The item with the first entry that is about it. */
function accept<T extends object>(
  one: T,
  valid: readonly Deviation[],
  isAbout: (entry: Deviation) => boolean,
): T & { readonly accepted?: Accepted } {
  const entry = valid.find(isAbout);
  return entry === undefined ? one : { ...one, accepted: { reason: entry.reason, expires: entry.expires } };
}

function acceptCase(result: CaseResult, valid: readonly Deviation[]): CaseResult {
  const outcomes = result.outcomes.map((outcome) => {
    const found = { ...result, ...outcome, case: result.case, severity: outcome.verdict };
    return accept(outcome, valid, (entry) => isAboutFinding(entry, found));
  });
  if (outcomes.every(({ accepted }) => accepted === undefined)) return result;
  const { verdict, reason } = result;
  // A reason means that the case as a whole is inconclusive, not one of its checks.
  const isJudged =
    verdict === 'failed' || verdict === 'drift' || (verdict === 'inconclusive' && reason === undefined);
  return { ...result, outcomes, verdict: isJudged ? verdictOf(result, outcomes) : verdict };
}

/** The verdict of the case without its accepted outcomes; `known` if no other finding is left. */
function verdictOf(
  { reason, stopped }: CaseResult,
  outcomes: readonly JudgedOutcome[],
): CaseResult['verdict'] {
  const rest = outcomes.filter(({ accepted }) => accepted === undefined).map(({ verdict }) => verdict);
  if (rest.includes('failed')) return 'failed';
  if (rest.includes('inconclusive') || stopped !== undefined) return 'inconclusive';
  // The reason of a judged case is about its earlier attempts.
  if (reason !== undefined) return 'flaky';
  return rest.includes('drift') ? 'drift' : 'known';
}

/** The counts and the verdict without the accepted outcomes. */
function recount(region: RegionResult, cases: readonly CaseResult[]): RegionResult {
  const outcomes = cases.flatMap((one) => one.outcomes).filter(({ accepted }) => accepted !== undefined);
  if (outcomes.length === 0) return region;
  const accepted = (verdict: string): number => outcomes.filter((one) => one.verdict === verdict).length;
  return {
    ...region,
    verdict: worstVerdict(cases),
    failed: region.failed - accepted('failed'),
    drift: region.drift - accepted('drift'),
    known: accepted('failed') + accepted('drift'),
    inconclusive: region.inconclusive - accepted('inconclusive'),
    flaky: cases.filter(({ verdict }) => verdict === 'flaky').length,
  };
}
