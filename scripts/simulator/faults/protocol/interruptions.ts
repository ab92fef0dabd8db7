import { bodyText } from '../../response.ts';
import { replaceWith } from '../change.ts';
import { once } from '../conditions.ts';
import type { FaultTable } from '../fault.ts';

const limited = { error: 'Rate limit exceeded: 15 per 1 minute' } as const;

/** Requests that are rejected once, so that the client must wait, and connections that break, are slow or end early. */
export const interruptionFaults: FaultTable = {
  'protocol-429-without-retry-after': {
    title: 'The first request for runs gets 429 without `Retry-After`',
    getRiverActivitiesRuns: once(replaceWith(429, limited)),
  },
  'protocol-429-retry-after-word': {
    title: 'The first request for activities gets 429 with `Retry-After: soon`',
    getActivities: once(replaceWith(429, limited, { 'Retry-After': 'soon' })),
  },
  'protocol-429-retry-after-negative': {
    title: 'The first request for targets gets 429 with `Retry-After: -1`',
    getRiverActivitiesTargets: once(replaceWith(429, limited, { 'Retry-After': '-1' })),
  },
  'protocol-flaky-503': {
    title: 'The first valid request of each operation gets 503',
    200: once(replaceWith(503, { detail: 'Service Unavailable' })),
  },
  'protocol-slow': {
    title: 'The first response of the run groups takes four seconds',
    getRiverActivitiesRunGroups: once((response) => ({ ...response, delay: 4000 })),
  },
  'protocol-connection-reset': {
    title: 'The sub rivers reset the connection',
    getRiverActivitiesSubRivers: (response) => ({ ...response, reset: true }),
  },
  'protocol-flaky-reset': {
    title: 'The first request for the statistics of the environment resets the connection',
    getActivitiesStatistic: once((response) => ({ ...response, reset: true })),
  },
  'protocol-content-length-lies': {
    title: '`Content-Length` of a single run is more than the connection delivers',
    getRiverActivitiesRun: (response) => {
      const length = String(Buffer.byteLength(bodyText(response)) + 10);
      return { ...response, headers: { ...response.headers, 'Content-Length': length, Connection: 'close' } };
    },
  },
};
