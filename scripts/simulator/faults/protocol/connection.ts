import { bodyText } from '../../response.ts';
import { once, onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';

/** Connections that break, are slow or end too early. */
export const connectionFaults: readonly Fault[] = [
  {
    id: 'protocol-slow',
    class: 'protocol',
    title: 'The first response of the run groups takes four seconds',
    apply: onSuccess(
      once((response) => ({ ...response, delay: 4000 })),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'protocol-connection-reset',
    class: 'protocol',
    title: 'The sub rivers reset the connection',
    apply: onSuccess((response) => ({ ...response, reset: true }), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'protocol-flaky-reset',
    class: 'protocol',
    title: 'The first request for the statistics of the environment resets the connection',
    apply: onSuccess(
      once((response) => ({ ...response, reset: true })),
      'getActivitiesStatistic',
    ),
  },
  {
    id: 'protocol-content-length-lies',
    class: 'protocol',
    title: '`Content-Length` of a single run is more than the connection delivers',
    apply: onSuccess((response) => {
      const length = String(Buffer.byteLength(bodyText(response)) + 10);
      return { ...response, headers: { ...response.headers, 'Content-Length': length, Connection: 'close' } };
    }, 'getRiverActivitiesRun'),
  },
];
