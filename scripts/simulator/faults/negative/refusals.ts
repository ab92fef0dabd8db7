import { instead, mapBody, mapText, value, withHeader, withStatus } from '../change.ts';
import type { Fault, FaultChange } from '../fault.ts';
import { onStatus } from '../when.ts';

/** Refusals that say too much, or say it in another way. */
export const refusalFaults: readonly Fault[] = [
  {
    id: 'negative-error-extra-field',
    class: 'negative',
    title: 'The bodies of 401 and 422 have a field more than documented',
    apply: both(onStatus(401, mapBody(withTrace)), onStatus(422, mapBody(withTrace))),
  },
  {
    id: 'negative-stack-trace',
    class: 'negative',
    title: 'What is not found is told with a stack trace',
    apply: onStatus(
      404,
      mapBody(
        value(
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
    title: 'Runs that there are not are told with a statement of SQL',
    apply: onStatus(
      404,
      mapBody(value('detail', () => "No rows: SELECT * FROM runs WHERE run_id = '0' AND deleted IS NULL")),
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'negative-422-stack-trace',
    class: 'negative',
    title: 'Mistakes in requests are told with the trace of an exception',
    apply: onStatus(
      422,
      mapBody(({ detail }) => ({ detail: Array.isArray(detail) ? detail.map(withStack) : detail })),
    ),
  },
  {
    id: 'negative-422-as-400',
    class: 'negative',
    title: 'Mistakes in requests for runs are told with 400',
    apply: onStatus(422, withStatus(400), 'getRiverActivitiesRuns'),
  },
  {
    id: 'negative-422-as-500',
    class: 'negative',
    title: 'Mistakes in requests for activities make the region fail',
    apply: onStatus(422, instead(500, { detail: 'Internal Server Error' }), 'getActivities'),
  },
  {
    id: 'negative-401-as-html',
    class: 'negative',
    title: 'Statistics refuse a token with a page of HTML',
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
  return (answer, exchange) => second(first(answer, exchange), exchange);
}

function withTrace(body: object): unknown {
  return { ...body, trace: 'extra' };
}

function withStack(issue: object): unknown {
  return { ...issue, msg: 'at parse (/usr/src/app/node_modules/api/index.js:12:7)' };
}
