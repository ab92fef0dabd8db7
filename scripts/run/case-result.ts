import { isObject } from '../base/read.ts';
import type { Case } from '../cases/case.ts';
import { essence } from '../model/media-type.ts';
import type { Outcome, Verdict } from '../model/outcome.ts';
import type { CaseResult } from '../model/run-result.ts';
import type { ItemRun } from './item-run.ts';
import { toNoAnswer } from './no-response.ts';
import { byName } from './response-shape.ts';

type Judged = Pick<CaseResult, 'verdict' | 'outcomes' | 'reason' | 'stopped'>;

/** What an item's run says about its case. An answer that nothing was checked on is never passed. */
export function toCaseResult(
  region: string,
  testCase: Case,
  run: ItemRun,
  curl: string | undefined,
): CaseResult {
  const { status, contentType, durationMs, shape, headers } = run;
  return {
    region,
    operationId: testCase.operation.id,
    case: testCase.id,
    name: testCase.name,
    ...judge(testCase, run),
    ...(status !== undefined && { status }),
    ...(contentType !== undefined && { mediaType: essence(contentType) }),
    ...(shape !== undefined && { shape }),
    ...(headers !== undefined && { headers: byName(headers) }),
    ...(curl !== undefined && { curl }),
    attempts: sentOf(testCase, run) + attemptsBefore(testCase, run).length,
    durationMs,
  };
}

/** The result of a case that isn't sent. */
export function skippedCase(region: string, testCase: Case, reason: string): CaseResult {
  const { operation, id, name } = testCase;
  const verdict = 'skipped' as const;
  return {
    region,
    operationId: operation.id,
    case: id,
    name,
    verdict,
    reason,
    outcomes: [],
    attempts: 0,
    durationMs: 0,
  };
}

/** The result of a case that was to be sent and was not. */
export function lostCase(region: string, testCase: Case, reason: string): CaseResult {
  return { ...skippedCase(region, testCase, reason), verdict: 'inconclusive' };
}

function judge(testCase: Case, run: ItemRun): Judged {
  if (run.error !== undefined) return noAnswer(run.error);
  if (run.status === undefined) {
    const reason = run.scriptError ?? run.refusal ?? 'the request was not sent';
    return { verdict: 'inconclusive', reason, outcomes: [] };
  }
  const outcomes = decodeOutcomes(testCase, run.outcomes);
  if (outcomes.length === 0) {
    const reason = `the answer could not be checked: ${run.scriptError ?? 'the check script left no result'}`;
    return { verdict: 'inconclusive', reason, outcomes };
  }
  const worst = worstOf(outcomes);
  const before = attemptsBefore(testCase, run);
  const verdict = before.length > 0 && (worst === 'passed' || worst === 'drift') ? 'flaky' : worst;
  const reason = before.length > 0 ? { reason: `before that: ${before.join(', ')}` } : {};
  // A script that stopped may have left something out: what it says is not enough for green.
  if (run.scriptError === undefined) return { verdict, outcomes, ...reason };
  if (verdict === 'failed') return { verdict, outcomes, ...reason, stopped: run.scriptError };
  return { verdict: 'inconclusive', reason: `a script stopped: ${run.scriptError}`, outcomes };
}

/** What broke HTTP itself is a finding; all else that kept an answer from coming says nothing about the contract. */
function noAnswer(error: string): Judged {
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

/** Whether the request is sent once more, so that this answer does not count. */
export function isSentAgain(testCase: Case, { outcomes }: ItemRun): boolean {
  return typeof leftBy(testCase, outcomes)?.again === 'string';
}

/** Whether there is something to tell of an answer that does not count. */
export function isFound(testCase: Case, { outcomes }: ItemRun): boolean {
  return leftBy(testCase, outcomes)?.found === true;
}

/** How many requests the case took: more than one where it walked through pages. */
function sentOf(testCase: Case, { outcomes }: ItemRun): number {
  const sent = leftBy(testCase, outcomes)?.sent;
  return typeof sent === 'number' ? sent : 1;
}

function attemptsBefore(testCase: Case, { outcomes }: ItemRun): string[] {
  const before = leftBy(testCase, outcomes)?.before;
  return Array.isArray(before) ? before.map(String) : [];
}

const fromWorst: readonly Verdict[] = ['failed', 'inconclusive', 'drift', 'passed'];

function worstOf(outcomes: readonly Outcome[]): Verdict {
  return fromWorst.find((verdict) => outcomes.some((outcome) => outcome.verdict === verdict)) ?? 'passed';
}

/** Outcomes that another item left behind (a crashed script leaves none) don't count. */
function decodeOutcomes(testCase: Case, text: string | undefined): Outcome[] {
  const outcomes = leftBy(testCase, text)?.outcomes;
  return Array.isArray(outcomes) ? outcomes.filter(isOutcome) : [];
}

function leftBy(testCase: Case, text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  const data: unknown = text === undefined ? undefined : JSON.parse(text);
  const own = isObject(data) && data.operation === testCase.operation.id && data.case === testCase.id;
  return own ? data : undefined;
}

function isOutcome(value: unknown): value is Outcome {
  return isObject(value) && typeof value.check === 'string' && fromWorst.some((v) => v === value.verdict);
}
