import type { Memory } from './memory.ts';
import type { Pm } from './pm.ts';

/** Requests in a row, each with its attempts, that may be left without an answer. */
const most = 5;

/**
 * Ends the run when a region does not answer: each more request would wait for its timeout, or for a limit that does
 * not end. Too many requests (429, RFC 6585, section 4) is no answer either, unless it is what was asked for.
 */
export function endInSilence(pm: Pm, memory: Memory, statuses: readonly string[]): void {
  const { code } = pm.response;
  const silent = code === undefined || (code === 429 && statuses.indexOf('429') < 0);
  memory.silent = silent ? memory.silent + 1 : 0;
  if (memory.silent < most) return;
  console.error(`${most} requests in a row got no answer: nothing more is sent.`);
  pm.execution.setNextRequest(null);
}
