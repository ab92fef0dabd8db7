import { json } from '../../response.ts';
import { both, replaceWith, serverError, withHeader, withoutHeader, withStatus } from '../change.ts';
import type { FaultTable } from '../fault.ts';

/** Statuses and headers of responses to valid requests that are undocumented, missing, wrong or reveal too much. */
export const statusAndHeaderFaults: FaultTable = {
  'protocol-206': {
    title: 'Successful responses have the status 206',
    200: withStatus(206),
  },
  'protocol-202': {
    title: 'A single run gets 202',
    getRiverActivitiesRun: withStatus(202),
  },
  'protocol-204': {
    title: 'The sub rivers get 204 and no body',
    getRiverActivitiesSubRivers: (response) => ({ ...response, status: 204, text: '' }),
  },
  'protocol-500': {
    title: 'The targets get 500',
    getRiverActivitiesTargets: serverError,
  },
  'protocol-redirect-other-host': {
    title: 'The statistics of the environment redirect to another host',
    getActivitiesStatistic: replaceWith(302, { detail: 'Found' }, { Location: 'http://other-host.invalid/' }),
  },
  'protocol-redirect-own-host': {
    title: 'The run groups redirect to another address of the same host',
    getRiverActivitiesRunGroups: (response, { request: { url } }) => {
      if (url.includes('moved=yes')) return response;
      return json(302, { detail: 'Found' }, { Location: `${url}${url.includes('?') ? '&' : '?'}moved=yes` });
    },
  },
  'protocol-permanently-moved': {
    title: 'The activities get 301 to `/`',
    getActivities: both(withStatus(301), withHeader('Location', '/')),
  },
  'protocol-text-html': {
    title: 'Successful responses are declared as HTML',
    200: withHeader('Content-Type', 'text/html'),
  },
  'protocol-text-plain': {
    title: 'The statistics of a river are declared as plain text',
    getRiverActivitiesStatistic: withHeader('Content-Type', 'text/plain'),
  },
  'protocol-content-type-missing': {
    title: 'The run groups have no `Content-Type` header',
    getRiverActivitiesRunGroups: withoutHeader('Content-Type'),
  },
  'protocol-charset-utf-16': {
    title: 'The targets are declared as UTF-16 but are UTF-8',
    getRiverActivitiesTargets: withHeader('Content-Type', 'application/json; charset=utf-16'),
  },
  'protocol-encoding-lies': {
    title: 'The sub rivers are declared as gzip but are not compressed',
    getRiverActivitiesSubRivers: withHeader('Content-Encoding', 'gzip'),
  },
  'protocol-leak-framework': {
    title: 'Successful responses name the framework and its version',
    200: withHeader('X-Powered-By', 'PHP/7.2.24'),
  },
  'protocol-leak-server': {
    title: 'The activities name the server and its version',
    getActivities: withHeader('Server', 'nginx/1.14.0 (Ubuntu)'),
  },
  'protocol-leak-trace': {
    title: 'The runs have a stack trace in a header',
    getRiverActivitiesRuns: withHeader(
      'X-Debug',
      'Traceback (most recent call last): File "/app/runs.py", line 12, in list_runs',
    ),
  },
  'protocol-leak-address': {
    title: 'A header of a single run has the private address of the server',
    getRiverActivitiesRun: withHeader('X-Backend-Server', '10.12.3.45:8080'),
  },
};
