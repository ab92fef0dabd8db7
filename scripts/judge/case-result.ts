import type { Outcome, Verdict } from '../model/outcome.ts';
import type { CaseRecord, RunRecord } from '../model/run-record.ts';
import type { CaseResult } from '../model/run-result.ts';
import { toNoAnswer } from './no-response.ts';

/** The results of a region's cases, each judged by itself. */
export function judgeCases({ cases, ended }: Pick<RunRecord, 'cases' | 'ended'>): CaseResult[] {
  const sent = cases.filter(({ skipped, isMissing }) => skipped === undefined && !isMissing).map(judgeCase);
  const missing = cases.filter(({ isMissing }) => isMissing);
  const skipped = cases.filter((record) => record.skipped !== undefined);
  return [
    ...sent,
    ...missing.map((record) => {
      return toResult(record, {
        verdict: 'inconclusive',
        reason: whyMissing(record, sent, ended),
        outcomes: [],
      });
    }),
    ...skipped.map((record) =>
      toResult(record, { verdict: 'skipped', reason: record.skipped, outcomes: [] }),
    ),
  ];
}

/** What the record of a case that was sent says. A response that nothing was checked on is never passed. */
export function judgeCase(record: CaseRecord): CaseResult {
  return toResult(record, verdictOn(record));
}

type Judged = Pick<CaseResult, 'verdict' | 'outcomes' | 'stopped'> & { readonly reason?: string | undefined };

function toResult(record: CaseRecord, { verdict, outcomes, reason, stopped }: Judged): CaseResult {
  const { skipped, isMissing, error, scriptError, refusal, before, ...facts } = record;
  return {
    ...facts,
    verdict,
    outcomes,
    ...(reason !== undefined && { reason }),
    ...(stopped !== undefined && { stopped }),
  };
}

function verdictOn({ error, status, scriptError, refusal, outcomes, before }: CaseRecord): Judged {
  if (error !== undefined) return noResponse(error);
  if (status === undefined) {
    const reason = scriptError ?? refusal ?? 'the request was not sent';
    return { verdict: 'inconclusive', reason, outcomes: [] };
  }
  if (outcomes.length === 0) {
    const reason = `the answer could not be checked: ${scriptError ?? 'the check script left no result'}`;
    return { verdict: 'inconclusive', reason, outcomes };
  }
  const worst = worstOf(outcomes);
  const verdict = before.length > 0 && (worst === 'passed' || worst === 'drift') ? 'flaky' : worst;
  const reason = before.length > 0 ? { reason: `before that: ${before.join(', ')}` } : {};
  // A script that stopped may have left something out: what it says is not enough for green.
  if (scriptError === undefined) return { verdict, outcomes, ...reason };
  if (verdict === 'failed') return { verdict, outcomes, ...reason, stopped: scriptError };
  return { verdict: 'inconclusive', reason: `a script stopped: ${scriptError}`, outcomes };
}

/** What broke HTTP itself is a finding; all else that kept a response from coming says nothing about the contract. */
function noResponse(error: string): Judged {
  const { words, malformed } = toNoAnswer(error);
  if (!malformed) return { verdict: 'unreachable', reason: words, outcomes: [] };
  const outcome = {
    check: 'http',
    verdict: 'failed',
    message: 'the answer cannot be read',
    expected: 'a well-formed answer',
    actual: words,
  } as const;
  return { verdict: 'failed', outcomes: [outcome] };
}

function worstOf(outcomes: readonly Outcome[]): Verdict {
  const fromWorst = ['failed', 'inconclusive', 'drift'] as const;
  return fromWorst.find((verdict) => outcomes.some((outcome) => outcome.verdict === verdict)) ?? 'passed';
}

/** Why a case is missing: its operation could not begin, or the run ended before it. */
function whyMissing(
  { operationId }: CaseRecord,
  sent: readonly CaseResult[],
  ended: string | undefined,
): string {
  if (ended !== undefined) return ended;
  const unsent = sent.find((result) => {
    return result.operationId === operationId && result.status === undefined && result.reason !== undefined;
  });
  if (unsent?.reason !== undefined && unsent.verdict === 'inconclusive') return unsent.reason;
  const last = sent.at(-1);
  if (last === undefined) return 'nothing was sent';
  if (last.status === 429) return 'not sent, for the rate limit was reached several times in a row (429)';
  if (last.verdict === 'unreachable' || isUnreadable(last)) {
    return 'not sent, for the region had not answered several requests in a row';
  }
  return `the run ended after ${last.operationId} (${last.case})${last.reason === undefined ? '' : `: ${last.reason}`}`;
}

/** Whether something came that is not a response. */
function isUnreadable({ status, outcomes }: CaseResult): boolean {
  return status === undefined && outcomes.some(({ check }) => check === 'http');
}
