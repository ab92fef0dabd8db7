import { isObject } from '../base/read.ts';
import type { Case } from '../cases/case.ts';
import type { Headers } from '../model/exchange.ts';
import { essence } from '../model/media-type.ts';
import type { Outcome, Verdict } from '../model/outcome.ts';
import type { CaseRecord } from '../model/run-record.ts';
import type { ItemRun } from './job.ts';

/** The result that the check script wrote to the variable `outcomes`. */
export type ScriptResult = Pick<CaseRecord, 'outcomes' | 'before'> & {
  /** Whether the request is sent again, so that this response does not count. */
  readonly isSentAgain: boolean;
  /** Whether a response that does not count has a finding. */
  readonly hasFinding: boolean;
  /** How many requests the case took: more than one if it read several pages. */
  readonly sent: number;
};

/** Reads the result of the case. If its script crashed, the variable still has that of another case, which is ignored. */
export function readScriptResult(testCase: Case, { outcomes: text }: ItemRun): ScriptResult {
  const data: unknown = text === undefined ? undefined : JSON.parse(text);
  const isOwn = isObject(data) && data.operation === testCase.operation.id && data.case === testCase.id;
  const { again, found, sent, before, outcomes } = isOwn ? data : {};
  return {
    isSentAgain: typeof again === 'string',
    hasFinding: found === true,
    sent: typeof sent === 'number' ? sent : 1,
    before: Array.isArray(before) ? before.map(String) : [],
    outcomes: Array.isArray(outcomes) ? outcomes.filter(isOutcome) : [],
  };
}

const verdicts: readonly Verdict[] = ['failed', 'inconclusive', 'drift', 'passed'];

function isOutcome(value: unknown): value is Outcome {
  return isObject(value) && typeof value.check === 'string' && verdicts.some((v) => v === value.verdict);
}

/** The record of a case that was sent, or whose pre-request script refused to send it. */
export function toCaseRecord(
  testCase: Case,
  { status, contentType, durationMs, shape, headers, error, scriptError, refusal }: ItemRun,
  { sent, before, outcomes }: ScriptResult,
  region: string,
): CaseRecord {
  return {
    ...placeOf(region, testCase),
    ...(error !== undefined && { error }),
    ...(scriptError !== undefined && { scriptError }),
    ...(refusal !== undefined && { refusal }),
    ...(status !== undefined && { status }),
    ...(contentType !== undefined && { mediaType: essence(contentType) }),
    ...(shape !== undefined && { shape }),
    ...(headers !== undefined && { headers: byName(headers) }),
    outcomes,
    before,
    attempts: sent + before.length,
    durationMs,
  };
}

/** The record of a case that was not sent: skipped for a reason, or missing. */
export function unsentCase(
  region: string,
  testCase: Case,
  why: { readonly skipped: string } | { readonly isMissing: true },
): CaseRecord {
  return { ...placeOf(region, testCase), ...why, outcomes: [], before: [], attempts: 0, durationMs: 0 };
}

function placeOf(
  region: string,
  { operation, id, name }: Case,
): Pick<CaseRecord, 'region' | 'operationId' | 'case' | 'name'> {
  return { region, operationId: operation.id, case: id, name };
}

/** Whether every check was made and passed. Nobody needs the bodies of such a case. */
export function isClean({ error, scriptError, status, before, outcomes }: CaseRecord): boolean {
  const isChecked = error === undefined && status !== undefined && scriptError === undefined;
  const isPassed = outcomes.length > 0 && outcomes.every(({ verdict }) => verdict === 'passed');
  return isChecked && isPassed && before.length === 0;
}

/** Joins values of the same name (RFC 9110, section 5.3). */
function byName(headers: Headers): Readonly<Record<string, string>> {
  const joined = new Map<string, string>();
  for (const [name, value] of headers) {
    const before = joined.get(name.toLowerCase());
    joined.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(joined);
}
