import type { Outcome, Verdict } from '../model/outcome.ts';
import type { CaseRecord, RunRecord } from '../model/run-record.ts';
import type { CaseResult } from '../model/run-result.ts';
import { toNoResponse } from './no-response.ts';

/** The results of a region's cases, each judged by itself. */
export function judgeCases({ cases, ended }: Pick<RunRecord, 'cases' | 'ended'>): CaseResult[] {
  const sent = cases.filter(({ skipped, isMissing }) => skipped === undefined && !isMissing).map(judgeCase);
  const missing = cases.filter(({ isMissing }) => isMissing);
  const skipped = cases.filter((record) => record.skipped !== undefined);
  return [
    ...sent,
    ...missing.map((record) => {
      return toResult(record, { verdict: 'inconclusive', reason: whyMissing(record, sent, ended) });
    }),
    ...skipped.map((record) => toResult(record, { verdict: 'skipped', reason: record.skipped })),
  ];
}

/** The result of a case that was sent. A response without a single check never passes. */
export function judgeCase(record: CaseRecord): CaseResult {
  return toResult(record, verdictOn(record));
}

type Judged = Pick<CaseResult, 'verdict' | 'stopped'> & {
  readonly outcomes?: readonly Outcome[];
  readonly reason?: string | undefined;
};

function toResult(record: CaseRecord, { verdict, outcomes = [], reason, stopped }: Judged): CaseResult {
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
  if (error !== undefined) return judgeNoResponse(error);
  if (status === undefined) {
    return { verdict: 'inconclusive', reason: scriptError ?? refusal ?? 'the request was not sent' };
  }
  if (outcomes.length === 0) {
    const why = scriptError ?? 'the check script left no result';
    return { verdict: 'inconclusive', reason: `the response could not be checked: ${why}` };
  }
  const worst = worstOf(outcomes);
  const verdict = before.length > 0 && (worst === 'passed' || worst === 'drift') ? 'flaky' : worst;
  const reason = before.length > 0 ? { reason: `before that: ${before.join(', ')}` } : {};
  if (scriptError === undefined) return { verdict, outcomes, ...reason };
  // A script that stopped may have missed a finding, so the case can't pass.
  if (verdict === 'failed') return { verdict, outcomes, ...reason, stopped: scriptError };
  return { verdict: 'inconclusive', reason: `a script stopped: ${scriptError}`, outcomes };
}

/** A response that breaks HTTP is a finding. Any other error says nothing about the contract. */
function judgeNoResponse(error: string): Judged {
  const { words, malformed } = toNoResponse(error);
  if (!malformed) return { verdict: 'unreachable', reason: words };
  const outcome = {
    check: 'http',
    verdict: 'failed',
    message: 'the response cannot be read',
    expected: 'a well-formed response',
    actual: words,
  } as const;
  return { verdict: 'failed', outcomes: [outcome] };
}

function worstOf(outcomes: readonly Outcome[]): Verdict {
  const fromWorst = ['failed', 'inconclusive', 'drift'] as const;
  return fromWorst.find((verdict) => outcomes.some((outcome) => outcome.verdict === verdict)) ?? 'passed';
}

/** Why a case was not sent: another case of its operation could not be sent, or the run ended before it. */
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
  if (last.status === 429) return 'not sent, because the rate limit was reached several times in a row (429)';
  if (last.verdict === 'unreachable' || isUnreadable(last)) {
    return 'not sent, because the region had not responded to several requests in a row';
  }
  return `the run ended after ${last.operationId} (${last.case})${last.reason === undefined ? '' : `: ${last.reason}`}`;
}

/** Whether something was received that is not a response. */
function isUnreadable({ status, outcomes }: CaseResult): boolean {
  return status === undefined && outcomes.some(({ check }) => check === 'http');
}
