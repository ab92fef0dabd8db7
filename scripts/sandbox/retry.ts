import type { Expectation } from '../model/expectation.ts';
import { longestWait, waitingText } from '../model/waiting.ts';
import type { Memory } from './memory.ts';
import type { Pm } from './pm.ts';

/** Attempts after the first one. */
const most = 2;

/** Statuses that another attempt may not meet (RFC 9110, sections 15.5 and 15.6; RFC 6585, section 4). */
const passing = ['429', '502', '503', '504'];

/** Methods that may be sent again (RFC 9110, section 9.2.2). */
const idempotent = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'];

/** Why a request is sent again that came too soon, and waited as Retry-After says: nothing is flaky about that. */
export const waited = 'status 429, waited as told';

/** `setTimeout` of the script that runs now. That of the script which brought this code is of no use any more. */
export type Wait = (then: () => void, ms: number) => unknown;

/**
 * Has the request sent once more where it found no answer, or one that may pass. Waits as long as Retry-After says.
 * @returns why the request is sent again; undefined when the answer counts
 */
export function retry(
  pm: Pm,
  memory: Memory,
  { operation, case: name, statuses }: Expectation,
  wait: Wait,
): string | undefined {
  const status = pm.response.code === undefined ? undefined : String(pm.response.code);
  const passes =
    status === undefined || (passing.indexOf(status) >= 0 && (statuses || []).indexOf(status) < 0);
  const key = `${operation} ${name}`;
  const before = memory.attempts[key] || [];
  // Sent by hand, it is the person who sends again.
  if (statuses === undefined || !passes || before.length >= most || idempotent.indexOf(pm.request.method) < 0)
    return undefined;
  const seconds = secondsOf(pm, status);
  // A limit that lasts longer than anybody waits is no reason to send again.
  if (seconds > longestWait) return undefined;
  const reason = reasonFor(status, seconds);
  memory.attempts[key] = [...before, reason];
  pm.execution.setNextRequest(pm.info.requestId);
  // A pending timer keeps the script from ending, and with it the next request from being sent.
  if (seconds > 0) {
    wait(() => undefined, seconds * 1000);
    console.warn(waitingText(seconds, String(status)));
  }
  console.warn(`${reason}: sent again`);
  return reason;
}

/** A limit that says how long to wait works as it should. */
function reasonFor(status: string | undefined, seconds: number): string {
  if (status === undefined) return 'no answer';
  return status === '429' && Number.isFinite(seconds) ? waited : `status ${status}`;
}

/** Retry-After is a number of seconds or a date (RFC 9110, section 10.2.3); NaN where it is neither. */
function secondsOf(pm: Pm, status: string | undefined): number {
  const after = status === undefined ? '' : pm.response.headers.get('Retry-After') || '';
  return /^\d+$/.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000;
}
