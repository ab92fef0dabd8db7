import type { Case } from '../cases/case.ts';
import { essence } from '../model/media-type.ts';
import type { Outcome, Verdict } from '../model/outcome.ts';
import { isObject } from '../model/read.ts';
import type { CaseResult } from '../model/run-result.ts';
import type { ItemRun } from './item-run.ts';

type Judged = Pick<CaseResult, 'verdict' | 'outcomes' | 'reason'>;

/** What an item's run says about its case. An answer that nothing was checked on is never passed. */
export function toCaseResult(region: string, made: Case, run: ItemRun, curl: string | undefined): CaseResult {
  const { status, contentType, durationMs } = run;
  return {
    region,
    operationId: made.operation.id,
    case: made.id,
    name: made.name,
    ...judge(made, run),
    ...(status !== undefined && { status }),
    ...(contentType !== undefined && { mediaType: essence(contentType) }),
    ...(curl !== undefined && { curl }),
    durationMs,
  };
}

/** The result of a case that isn't sent. */
export function skippedCase(region: string, made: Case, reason: string): CaseResult {
  const { operation, id, name } = made;
  const verdict = 'skipped' as const;
  return { region, operationId: operation.id, case: id, name, verdict, reason, outcomes: [], durationMs: 0 };
}

function judge(made: Case, run: ItemRun): Judged {
  if (run.error !== undefined) return { verdict: 'unreachable', reason: run.error, outcomes: [] };
  if (run.status === undefined) {
    const reason = run.scriptError ?? run.refusal ?? 'the request was not sent';
    return { verdict: 'inconclusive', reason, outcomes: [] };
  }
  const outcomes = decodeOutcomes(made, run.outcomes);
  if (outcomes.length === 0) {
    const reason = `the answer could not be checked: ${run.scriptError ?? 'the check script left no result'}`;
    return { verdict: 'inconclusive', reason, outcomes };
  }
  const verdict = worstOf(outcomes);
  // A script that stopped may have left something out: what it says is not enough for green.
  if (run.scriptError === undefined || verdict === 'failed') return { verdict, outcomes };
  return { verdict: 'inconclusive', reason: `a script stopped: ${run.scriptError}`, outcomes };
}

const fromWorst: readonly Verdict[] = ['failed', 'inconclusive', 'drift', 'passed'];

function worstOf(outcomes: readonly Outcome[]): Verdict {
  return fromWorst.find((verdict) => outcomes.some((outcome) => outcome.verdict === verdict)) ?? 'passed';
}

/** Outcomes that another item left behind (a crashed script leaves none) don't count. */
function decodeOutcomes(made: Case, text: string | undefined): Outcome[] {
  const data: unknown = text === undefined ? undefined : JSON.parse(text);
  if (!isObject(data) || data.operation !== made.operation.id || data.case !== made.id) return [];
  const { outcomes } = data;
  return Array.isArray(outcomes) ? outcomes.filter(isOutcome) : [];
}

function isOutcome(value: unknown): value is Outcome {
  return isObject(value) && typeof value.check === 'string' && fromWorst.some((v) => v === value.verdict);
}
