import { isBeyondLimit } from '../../model/beyond-limit.ts';
import type { CheckId, Outcome } from '../../model/outcome.ts';
import type { CaseResult } from '../../model/run-result.ts';
import { parityCheck } from './matches.ts';

/** A check, or only one clause of it. */
export type CheckSubject = { readonly check: string; readonly pointer?: string };

/** Checks whose outcome names the clause even if it passed. They are only made if the response has the data for them. */
export const clauseChecks: ReadonlySet<string> = new Set<CheckId>([
  'list',
  'paging',
  'filter',
  'sort',
  'detail',
  'relation',
  'repeat',
]);

/** Checks that mean the same for every response, even for one with an unexpected status. */
const generalChecks: ReadonlySet<string> = new Set<CheckId>(['status', 'leak', 'budget', 'method', 'http']);

/**
 * Whether the result shows that the check passed, provided that it has no such finding. A case that was not sent, not
 * judged, or flaky shows nothing. A response with an unexpected status shows nothing about its body.
 */
export function verifies(result: CaseResult, subject: CheckSubject): boolean {
  const { verdict, outcomes } = result;
  const { check, pointer } = subject;
  if (!isJudged(result, subject)) return false;
  if (check === 'answer') return true;
  const own = outcomes.filter((outcome) => outcome.check === check && isAbout(outcome, pointer));
  if (own.some((outcome) => outcome.verdict === 'inconclusive')) return false;
  // The finding may be among those beyond the limit, which are not listed.
  if (own.some((one) => isBeyondLimit(one.message) && (pointer ?? one.pointer) === one.pointer)) return false;
  if (clauseChecks.has(check)) return own.length > 0;
  if (verdict === 'passed' || check === 'http') return true;
  return own.length > 0 && (generalChecks.has(check) || hasExpectedStatus(result));
}

/** Whether the case was judged, or at least the check in an inconclusive case. */
export function isJudged(
  { verdict, reason, outcomes }: CaseResult,
  { check, pointer }: CheckSubject,
): boolean {
  if (verdict === 'passed' || verdict === 'failed' || verdict === 'drift') return true;
  // Inconclusive cases are not compared between regions.
  if (verdict !== 'inconclusive' || reason !== undefined || check === parityCheck) return false;
  const open = outcomes.filter((one) => one.verdict === 'inconclusive');
  return open.length > 0 && !open.some((one) => one.check === check && isAbout(one, pointer));
}

/** Whether the outcome is about the clause, a part of it, or a clause that contains it. */
export function isAbout({ check, pointer: at }: Outcome, pointer: string | undefined): boolean {
  // Other checks name a clause only if it is broken.
  if (pointer === undefined || at === undefined || !clauseChecks.has(check)) return true;
  return `${at}/`.startsWith(`${pointer}/`) || `${pointer}/`.startsWith(`${at}/`);
}

/** Whether the response has an expected status. */
export function hasExpectedStatus({ outcomes }: CaseResult): boolean {
  return outcomes.some(({ check, verdict }) => check === 'status' && verdict === 'passed');
}
