import { replaceWith } from '../change.ts';
import { once, onStatus, onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';

const limited = { error: 'Rate limit exceeded: 15 per 1 minute' } as const;

/** Requests that are rejected once, so that the client must wait and retry. */
export const limitFaults: readonly Fault[] = [
  {
    id: 'protocol-429-without-retry-after',
    class: 'protocol',
    title: 'The first request for runs gets 429 without `Retry-After`',
    apply: onSuccess(once(replaceWith(429, limited)), 'getRiverActivitiesRuns'),
  },
  {
    id: 'protocol-429-retry-after-word',
    class: 'protocol',
    title: 'The first request for activities gets 429 with `Retry-After: soon`',
    apply: onSuccess(once(replaceWith(429, limited, { 'Retry-After': 'soon' })), 'getActivities'),
  },
  {
    id: 'protocol-429-retry-after-negative',
    class: 'protocol',
    title: 'The first request for targets gets 429 with `Retry-After: -1`',
    apply: onSuccess(once(replaceWith(429, limited, { 'Retry-After': '-1' })), 'getRiverActivitiesTargets'),
  },
  {
    id: 'protocol-flaky-503',
    class: 'protocol',
    title: 'The first valid request of each operation gets 503',
    apply: onStatus(200, once(replaceWith(503, { detail: 'Service Unavailable' }))),
  },
];
