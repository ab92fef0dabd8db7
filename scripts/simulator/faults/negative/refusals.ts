import {
  both,
  mapBody,
  mapText,
  mapValue,
  replaceWith,
  serverError,
  withHeader,
  withoutHeader,
  withStatus,
} from '../change.ts';
import type { FaultChange, FaultTable } from '../fault.ts';

/** Wrong responses to undocumented methods, and error responses that reveal too much or are not as documented. */
export const refusalFaults: FaultTable = {
  'negative-method-answered': {
    title: 'Undocumented methods get 200',
    405: replaceWith(200, { detail: 'OK' }),
  },
  'negative-delete-answered': {
    title: 'DELETE gets 200 and claims success',
    405: onMethod('DELETE', replaceWith(200, { detail: 'Deleted' })),
  },
  'negative-head-fails': {
    title: 'HEAD gets 500',
    405: onMethod('HEAD', serverError),
  },
  'negative-405-as-500': {
    title: 'Undocumented methods get 500',
    405: serverError,
  },
  'negative-405-without-allow': {
    title: '405 responses have no `Allow` header',
    405: withoutHeader('Allow'),
  },
  'negative-405-allow-lies': {
    title: 'The `Allow` header of 405 responses lists undocumented methods',
    405: withHeader('Allow', 'DELETE, PUT'),
  },
  'negative-error-extra-field': {
    title: '401 and 422 responses have an undocumented property',
    401: mapBody(withTrace),
    422: mapBody(withTrace),
  },
  'negative-stack-trace': {
    title: '404 responses contain a stack trace',
    404: mapBody(
      mapValue(
        'detail',
        (text) =>
          `${text}\nTraceback (most recent call last):\n  File "/app/api/rivers.py", line 88, in find`,
      ),
    ),
  },
  'negative-sql-in-error': {
    title: '404 responses for a run contain an SQL statement',
    'getRiverActivitiesRun 404': mapBody(
      mapValue('detail', () => "No rows: SELECT * FROM runs WHERE run_id = '0' AND deleted IS NULL"),
    ),
  },
  'negative-422-stack-trace': {
    title: '422 responses contain a stack trace',
    422: mapBody(({ detail }) => ({ detail: Array.isArray(detail) ? detail.map(withStack) : detail })),
  },
  'negative-422-as-400': {
    title: 'Invalid requests for runs get 400 instead of 422',
    'getRiverActivitiesRuns 422': withStatus(400),
  },
  'negative-422-as-500': {
    title: 'Invalid requests for activities get 500',
    'getActivities 422': serverError,
  },
  'negative-401-as-html': {
    title: 'The statistics of a river reject a token with an HTML page',
    'getRiverActivitiesStatistic 401': both(
      withHeader('Content-Type', 'text/html'),
      mapText(() => '<h1>401 Authorization Required</h1>'),
    ),
  },
};

function onMethod(method: string, change: FaultChange): FaultChange {
  return (response, exchange) => (exchange.method === method ? change(response, exchange) : response);
}

function withTrace(body: object): unknown {
  return { ...body, trace: 'extra' };
}

function withStack(issue: object): unknown {
  return { ...issue, msg: 'at parse (/usr/src/app/node_modules/api/index.js:12:7)' };
}
