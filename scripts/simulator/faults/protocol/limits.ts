import { instead } from '../change.ts';
import type { Fault } from '../fault.ts';
import { once, onStatus, onSuccess } from '../when.ts';

const limited = { error: 'Rate limit exceeded: 15 per 1 minute' } as const;

/** Refusals that come once, where a client is to wait and to try again. */
export const limitFaults: readonly Fault[] = [
  {
    id: 'protocol-429-without-retry-after',
    class: 'protocol',
    title: 'The first request for runs is too many, with no word of when to try again',
    apply: onSuccess(once(instead(429, limited)), 'getRiverActivitiesRuns'),
  },
  {
    id: 'protocol-429-retry-after-word',
    class: 'protocol',
    title: 'The first request for activities is too many, to be tried again `soon`',
    apply: onSuccess(once(instead(429, limited, { 'Retry-After': 'soon' })), 'getActivities'),
  },
  {
    id: 'protocol-429-retry-after-negative',
    class: 'protocol',
    title: 'The first request for targets is too many, to be tried again a second ago',
    apply: onSuccess(once(instead(429, limited, { 'Retry-After': '-1' })), 'getRiverActivitiesTargets'),
  },
  {
    id: 'protocol-flaky-503',
    class: 'protocol',
    title: 'The first valid request of each operation gets 503',
    apply: onStatus(200, once(instead(503, { detail: 'Service Unavailable' }))),
  },
];
