import { mapBody, mapText, mapValue, replaceWith, withHeader, withStatus } from '../change.ts';
import { onStatus } from '../conditions.ts';
import type { Fault, FaultChange } from '../fault.ts';

/** Error responses that reveal too much, or are not as documented. */
export const refusalFaults: readonly Fault[] = [
  {
    id: 'negative-error-extra-field',
    class: 'negative',
    title: '401 and 422 responses have an undocumented property',
    apply: both(onStatus(401, mapBody(withTrace)), onStatus(422, mapBody(withTrace))),
  },
  {
    id: 'negative-stack-trace',
    class: 'negative',
    title: '404 responses contain a stack trace',
    apply: onStatus(
      404,
      mapBody(
        mapValue(
          'detail',
          (text) =>
            `${text}\nTraceback (most recent call last):\n  File "/app/api/rivers.py", line 88, in find`,
        ),
      ),
    ),
  },
  {
    id: 'negative-sql-in-error',
    class: 'negative',
    title: '404 responses for a run contain an SQL statement',
    apply: onStatus(
      404,
      mapBody(mapValue('detail', () => "No rows: SELECT * FROM runs WHERE run_id = '0' AND deleted IS NULL")),
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'negative-422-stack-trace',
    class: 'negative',
    title: '422 responses contain a stack trace',
    apply: onStatus(
      422,
      mapBody(({ detail }) => ({ detail: Array.isArray(detail) ? detail.map(withStack) : detail })),
    ),
  },
  {
    id: 'negative-422-as-400',
    class: 'negative',
    title: 'Invalid requests for runs get 400 instead of 422',
    apply: onStatus(422, withStatus(400), 'getRiverActivitiesRuns'),
  },
  {
    id: 'negative-422-as-500',
    class: 'negative',
    title: 'Invalid requests for activities get 500',
    apply: onStatus(422, replaceWith(500, { detail: 'Internal Server Error' }), 'getActivities'),
  },
  {
    id: 'negative-401-as-html',
    class: 'negative',
    title: 'The statistics of a river reject a token with an HTML page',
    apply: onStatus(
      401,
      both(
        withHeader('Content-Type', 'text/html'),
        mapText(() => '<h1>401 Authorization Required</h1>'),
      ),
      'getRiverActivitiesStatistic',
    ),
  },
];

function both(first: FaultChange, second: FaultChange): FaultChange {
  return (response, exchange) => second(first(response, exchange), exchange);
}

function withTrace(body: object): unknown {
  return { ...body, trace: 'extra' };
}

function withStack(issue: object): unknown {
  return { ...issue, msg: 'at parse (/usr/src/app/node_modules/api/index.js:12:7)' };
}
