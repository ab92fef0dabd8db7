import type { Outcome } from '../model/outcome.ts';
import { longestWait } from '../model/waiting.ts';
import type { Pm } from './pm.ts';
import type { JudgedResponse, Step } from './protocol.ts';
import { findResponse } from './response.ts';

/** Requests and their attempts. A test case is identified by operation and name. */
export type Attempts = {
  /** Why a request was sent again, by test case. */
  readonly reasons: Record<string, readonly string[]>;
  /** What was wrong with the responses that did not count, by test case, until it is reported. */
  readonly outcomes: Record<string, readonly Outcome[]>;
  /** Requests since the last test case that was reported. */
  sent: number;
  /** Requests in a row that got no response. */
  unanswered: number;
};

export function createAttempts(): Attempts {
  return { reasons: {}, outcomes: {}, sent: 0, unanswered: 0 };
}

/** Attempts after the first one. */
const most = 2;

/** Statuses that another attempt may not meet (RFC 9110, sections 15.5 and 15.6; RFC 6585, section 4). */
const passing = ['429', '502', '503', '504'];

/** Methods that may be sent again (RFC 9110, section 9.2.2). */
const idempotent = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'];

/** The reason that does not make a test case flaky: the request came too soon. */
export const waited = 'status 429, waited as Retry-After says';

/** Sends a request again that got no response, or one that may pass. Waits as long as Retry-After says. */
export function retry({ attempts }: { readonly attempts: Attempts }, response: JudgedResponse): Step {
  const { pm, key, status } = response;
  attempts.sent += 1;
  const reasons = attempts.reasons[key] || [];
  const seconds = secondsOf(pm, status);
  // Nobody waits for a limit that lasts longer.
  if (!isPassing(response) || reasons.length >= most || seconds > longestWait) {
    countUnanswered(attempts, response);
    return { count: { ...response, reasons: reasons.filter((reason) => reason !== waited) } };
  }
  const reason = reasonFor(status, seconds);
  const outcomes = response.outcomes.filter(isUnforgiven(response));
  const wrong = outcomes.filter(isNotPassed);
  const known = attempts.outcomes[key] || [];
  attempts.reasons[key] = [...reasons, reason];
  attempts.outcomes[key] = [...known, ...wrong.filter(isNew(known))];
  const request = pm.info.requestId;
  const warning = `${reason}: sent again`;
  return { sendAgain: { request, reason, seconds, warning, outcomes, found: wrong.length > 0 } };
}

export function isNotPassed({ verdict }: Outcome): boolean {
  return verdict !== 'passed';
}

/** The same mismatch in several responses to a test case is reported once. */
export function isNew(known: readonly Outcome[]): (outcome: Outcome) => boolean {
  return (outcome) =>
    !known.some(({ check, message }) => check === outcome.check && message === outcome.message);
}

/** What was wrong with earlier attempts; the next call returns nothing. */
export function takeOutcomes({ outcomes }: Attempts, key: string): readonly Outcome[] {
  const taken = outcomes[key] || [];
  delete outcomes[key];
  return taken;
}

/** How many requests were sent since the last call. */
export function takeSent(attempts: Attempts): number {
  const { sent } = attempts;
  attempts.sent = 0;
  return sent;
}

/** A person who sends a request by hand decides whether to send it again. */
function isPassing({ pm, status, expectation: { statuses } }: JudgedResponse): boolean {
  if (statuses === undefined || idempotent.indexOf(pm.request.method) < 0) return false;
  return status === undefined || (passing.indexOf(status) >= 0 && statuses.indexOf(status) < 0);
}

/** Too many requests (429, RFC 6585, section 4) counts as no response, unless the test case expects it. */
function countUnanswered(attempts: Attempts, { status, expectation: { statuses } }: JudgedResponse): void {
  if (statuses === undefined) return;
  const isUnanswered = status === undefined || (status === '429' && statuses.indexOf(status) < 0);
  attempts.unanswered = isUnanswered ? attempts.unanswered + 1 : 0;
}

/** Status and time of a documented response are forgiven. One that is not documented, such as a gateway's, must only not leak. */
function isUnforgiven({ operation, status = '' }: JudgedResponse): (outcome: Outcome) => boolean {
  const documented = findResponse(operation.responses, status) !== undefined;
  return ({ check }) => check === 'leak' || (documented && ['status', 'budget', 'method'].indexOf(check) < 0);
}

/** A rate limit that says how long to wait works as it should. */
function reasonFor(status: string | undefined, seconds: number): string {
  if (status === undefined) return 'no response';
  return status === '429' && Number.isFinite(seconds) ? waited : `status ${status}`;
}

/** Retry-After is a number of seconds or a date (RFC 9110, section 10.2.3); NaN where it is neither. */
function secondsOf(pm: Pm, status: string | undefined): number {
  const after = status === undefined ? '' : pm.response.headers.get('Retry-After') || '';
  return /^\d+$/.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000;
}
