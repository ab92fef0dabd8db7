import { withHeader, withoutHeader } from '../change.ts';
import { onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';

/** Headers of successful responses that are missing, wrong or reveal too much. */
export const headerFaults: readonly Fault[] = [
  {
    id: 'protocol-text-html',
    class: 'protocol',
    title: 'Successful responses are declared as HTML',
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
    title: 'The run groups have no `Content-Type` header',
    apply: onSuccess(withoutHeader('Content-Type'), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'protocol-charset-utf-16',
    class: 'protocol',
    title: 'The targets are declared as UTF-16 but are UTF-8',
    apply: onSuccess(
      withHeader('Content-Type', 'application/json; charset=utf-16'),
      'getRiverActivitiesTargets',
    ),
  },
  {
    id: 'protocol-encoding-lies',
    class: 'protocol',
    title: 'The sub rivers are declared as gzip but are not compressed',
    apply: onSuccess(withHeader('Content-Encoding', 'gzip'), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'protocol-leak-framework',
    class: 'protocol',
    title: 'Successful responses name the framework and its version',
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
    title: 'The runs have a stack trace in a header',
    apply: onSuccess(
      withHeader('X-Debug', 'Traceback (most recent call last): File "/app/runs.py", line 12, in list_runs'),
      'getRiverActivitiesRuns',
    ),
  },
  {
    id: 'protocol-leak-address',
    class: 'protocol',
    title: 'A header of a single run has the private address of the server',
    apply: onSuccess(withHeader('X-Backend-Server', '10.12.3.45:8080'), 'getRiverActivitiesRun'),
  },
];
