import { withHeader, withoutHeader } from '../change.ts';
import type { Fault } from '../fault.ts';
import { onSuccess } from '../when.ts';

/** Headers of a success that are missing, false or say too much. */
export const headerFaults: readonly Fault[] = [
  {
    id: 'protocol-text-html',
    class: 'protocol',
    title: 'Successes are declared as HTML',
    apply: onSuccess(withHeader('Content-Type', 'text/html')),
  },
  {
    id: 'protocol-text-plain',
    class: 'protocol',
    title: 'The statistics of a river are declared as plain text',
    apply: onSuccess(withHeader('Content-Type', 'text/plain'), 'getRiverActivitiesStatistic'),
  },
  {
    id: 'protocol-content-type-missing',
    class: 'protocol',
    title: 'Run groups have no content type',
    apply: onSuccess(withoutHeader('Content-Type'), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'protocol-charset-utf-16',
    class: 'protocol',
    title: 'Targets are declared as UTF-16, which they are not',
    apply: onSuccess(
      withHeader('Content-Type', 'application/json; charset=utf-16'),
      'getRiverActivitiesTargets',
    ),
  },
  {
    id: 'protocol-encoding-lies',
    class: 'protocol',
    title: 'Sub rivers are declared as compressed, which they are not',
    apply: onSuccess(withHeader('Content-Encoding', 'gzip'), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'protocol-leak-framework',
    class: 'protocol',
    title: 'Successes name the framework and its version',
    apply: onSuccess(withHeader('X-Powered-By', 'PHP/7.2.24')),
  },
  {
    id: 'protocol-leak-server',
    class: 'protocol',
    title: 'The activities name the server and its version',
    apply: onSuccess(withHeader('Server', 'nginx/1.14.0 (Ubuntu)'), 'getActivities'),
  },
  {
    id: 'protocol-leak-trace',
    class: 'protocol',
    title: 'Runs carry a stack trace in a header',
    apply: onSuccess(
      withHeader('X-Debug', 'Traceback (most recent call last): File "/app/runs.py", line 12, in list_runs'),
      'getRiverActivitiesRuns',
    ),
  },
  {
    id: 'protocol-leak-address',
    class: 'protocol',
    title: 'A single run names the private address of the machine that answers',
    apply: onSuccess(withHeader('X-Backend-Server', '10.12.3.45:8080'), 'getRiverActivitiesRun'),
  },
];
