import { textOf } from '../../answer.ts';
import type { Fault } from '../fault.ts';
import { once, onSuccess } from '../when.ts';

/** Connections that break, wait or end elsewhere than announced. */
export const connectionFaults: readonly Fault[] = [
  {
    id: 'protocol-slow',
    class: 'protocol',
    title: 'The first answer with run groups takes four seconds',
    apply: onSuccess(
      once((answer) => ({ ...answer, delay: 4000 })),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'protocol-connection-reset',
    class: 'protocol',
    title: 'The connection is reset where sub rivers are asked for',
    apply: onSuccess((answer) => ({ ...answer, reset: true }), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'protocol-flaky-reset',
    class: 'protocol',
    title: 'The connection is reset at the first request for statistics of the environment',
    apply: onSuccess(
      once((answer) => ({ ...answer, reset: true })),
      'getActivitiesStatistic',
    ),
  },
  {
    id: 'protocol-content-length-lies',
    class: 'protocol',
    title: 'The connection ends before as much of a single run has come as was announced',
    apply: onSuccess((answer) => {
      const length = String(Buffer.byteLength(textOf(answer)) + 10);
      return { ...answer, headers: { ...answer.headers, 'Content-Length': length, Connection: 'close' } };
    }, 'getRiverActivitiesRun'),
  },
];
