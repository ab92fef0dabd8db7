import { isBeyondLimit } from '../../model/beyond-limit.ts';
import type { CheckId, Outcome } from '../../model/outcome.ts';
import type { CaseResult } from '../../model/run-result.ts';
import { parityCheck } from './matches.ts';

/** A check, and the clause where it is about a certain one. */
export type CheckSubject = { readonly check: string; readonly pointer?: string };

/** Checks that name the clause even where it holds, and are only made where the answer shows it. */
export const ofClauses: ReadonlySet<string> = new Set<CheckId>([
  'list',
  'paging',
  'filter',
  'sort',
  'detail',
  'relation',
  'repeat',
]);

/** Checks that mean the same whichever answer comes. */
const ofAnyAnswer: ReadonlySet<string> = new Set<CheckId>(['status', 'leak', 'budget', 'method', 'http']);

/**
 * Whether a result says of a check that it holds, if it does not say that it does not: then what was found earlier is
 * gone. What was not sent, not judged or flaky says nothing, and neither does an answer that was another one than
 * wanted say anything of the body.
 */
export function tells(result: CaseResult, subject: CheckSubject): boolean {
  const { verdict, outcomes } = result;
  const { check, pointer } = subject;
  if (!isJudged(result, subject)) return false;
  if (check === 'answer') return true;
  const own = outcomes.filter((outcome) => outcome.check === check && isAbout(outcome, pointer));
  if (own.some((outcome) => outcome.verdict === 'inconclusive')) return false;
  // It may be among those that are not listed.
  if (own.some((one) => isBeyondLimit(one.message) && (pointer ?? one.pointer) === one.pointer)) return false;
  if (ofClauses.has(check)) return own.length > 0;
  if (verdict === 'passed' || check === 'http') return true;
  return own.length > 0 && (ofAnyAnswer.has(check) || isWanted(outcomes));
}

/** Whether the case was judged; where single checks could not be made, whether that of the subject is none of them. */
export function isJudged(
  { verdict, reason, outcomes }: CaseResult,
  { check, pointer }: CheckSubject,
): boolean {
  if (verdict === 'passed' || verdict === 'failed' || verdict === 'drift') return true;
  // What is inconclusive is not compared between regions.
  if (verdict !== 'inconclusive' || reason !== undefined || check === parityCheck) return false;
  const open = outcomes.filter((one) => one.verdict === 'inconclusive');
  return open.length > 0 && !open.some((one) => one.check === check && isAbout(one, pointer));
}

/** The clause itself, a part of it, or what it is a part of; the others name it only where they do not hold. */
export function isAbout({ check, pointer: at }: Outcome, pointer: string | undefined): boolean {
  if (pointer === undefined || at === undefined || !ofClauses.has(check)) return true;
  return `${at}/`.startsWith(`${pointer}/`) || `${pointer}/`.startsWith(`${at}/`);
}

export function isWanted(outcomes: readonly Outcome[]): boolean {
  return outcomes.some(({ check, verdict }) => check === 'status' && verdict === 'passed');
}
