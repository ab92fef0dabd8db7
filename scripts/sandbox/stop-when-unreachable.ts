import type { Pm } from './pm.ts';
import type { Attempts } from './retry.ts';

/** Requests in a row, each with its attempts, that may get no response. */
const most = 5;

/** Ends the run: each more request would wait for its timeout, or for a rate limit that does not end. */
export function stopWhenUnreachable(pm: Pm, { unanswered }: Attempts): void {
  if (unanswered < most) return;
  console.error(`${most} requests in a row got no response: nothing more is sent.`);
  pm.execution.setNextRequest(null);
}
