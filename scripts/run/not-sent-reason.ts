import type { Case } from '../cases/case.ts';
import type { CaseResult } from '../model/run-result.ts';

/**
 * Why a case was not sent that was to be: its operation could not begin, or the run ended before it.
 * @param ended why the whole run ended, where that is known
 */
export function whyLost({ operation }: Case, results: readonly CaseResult[], ended?: string): string {
  if (ended !== undefined) return ended;
  const unsent = results.find(({ operationId, status, reason }) => {
    return operationId === operation.id && status === undefined && reason !== undefined;
  });
  if (unsent?.reason !== undefined && unsent.verdict === 'inconclusive') return unsent.reason;
  const last = results.at(-1);
  if (last === undefined) return 'nothing was sent';
  if (last.status === 429) return 'not sent, for the rate limit was reached several times in a row (429)';
  if (last.verdict === 'unreachable' || isUnreadable(last)) {
    return 'not sent, for the region had not answered several requests in a row';
  }
  return `the run ended after ${last.operationId} (${last.case})${last.reason === undefined ? '' : `: ${last.reason}`}`;
}

/** Whether something came that is no answer. */
function isUnreadable({ status, outcomes }: CaseResult): boolean {
  return status === undefined && outcomes.some(({ check }) => check === 'http');
}
