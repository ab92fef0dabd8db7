import { isObject } from '../base/read.ts';
import type { Case } from '../cases/case.ts';
import type { Headers } from '../model/exchange.ts';
import { essence } from '../model/media-type.ts';
import type { Outcome, Verdict } from '../model/outcome.ts';
import type { CaseRecord } from '../model/run-record.ts';
import type { ItemRun } from './job.ts';

/** What the check script left in the variable `outcomes`. */
export type Left = Pick<CaseRecord, 'outcomes' | 'before'> & {
  /** Whether the request is sent again, so that this response does not count. */
  readonly isSentAgain: boolean;
  /** Whether there is something to report about a response that does not count. */
  readonly isFound: boolean;
  /** How many requests the case took: more than one if it read several pages. */
  readonly sent: number;
};

/** What another item left behind does not count: a script that crashed leaves nothing. */
export function readLeft(testCase: Case, { outcomes: text }: ItemRun): Left {
  const data: unknown = text === undefined ? undefined : JSON.parse(text);
  const isOwn = isObject(data) && data.operation === testCase.operation.id && data.case === testCase.id;
  const { again, found, sent, before, outcomes } = isOwn ? data : {};
  return {
    isSentAgain: typeof again === 'string',
    isFound: found === true,
    sent: typeof sent === 'number' ? sent : 1,
    before: Array.isArray(before) ? before.map(String) : [],
    outcomes: Array.isArray(outcomes) ? outcomes.filter(isOutcome) : [],
  };
}

const verdicts: readonly Verdict[] = ['failed', 'inconclusive', 'drift', 'passed'];

function isOutcome(value: unknown): value is Outcome {
  return isObject(value) && typeof value.check === 'string' && verdicts.some((v) => v === value.verdict);
}

/** The record of a case that was sent, or that its pre-request script did not let be sent. */
export function toCaseRecord(
  testCase: Case,
  { status, contentType, durationMs, shape, headers, error, scriptError, refusal }: ItemRun,
  { sent, before, outcomes }: Left,
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

/** The record of a case that was not sent: left out for a reason, or missing. */
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

/** Whether all that was to be checked was, and nothing was found, so that the bodies are of no use. */
export function isClean({ error, scriptError, status, before, outcomes }: CaseRecord): boolean {
  const isAnswered = error === undefined && status !== undefined && scriptError === undefined;
  const isPassed = outcomes.length > 0 && outcomes.every(({ verdict }) => verdict === 'passed');
  return isAnswered && isPassed && before.length === 0;
}

/** Values of the same name as one (RFC 9110, section 5.3). */
function byName(headers: Headers): Readonly<Record<string, string>> {
  const joined = new Map<string, string>();
  for (const [name, value] of headers) {
    const before = joined.get(name.toLowerCase());
    joined.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(joined);
}
