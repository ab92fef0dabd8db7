import { json } from '../../response.ts';
import { replaceWith, withHeader, withStatus } from '../change.ts';
import { onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';

/** Undocumented statuses for valid requests. */
export const statusFaults: readonly Fault[] = [
  {
    id: 'protocol-206',
    class: 'protocol',
    title: 'Successful responses have the status 206',
    apply: onSuccess(withStatus(206)),
  },
  {
    id: 'protocol-202',
    class: 'protocol',
    title: 'A single run gets 202',
    apply: onSuccess(withStatus(202), 'getRiverActivitiesRun'),
  },
  {
    id: 'protocol-204',
    class: 'protocol',
    title: 'The sub rivers get 204 and no body',
    apply: onSuccess((response) => ({ ...response, status: 204, text: '' }), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'protocol-500',
    class: 'protocol',
    title: 'The targets get 500',
    apply: onSuccess(replaceWith(500, { detail: 'Internal Server Error' }), 'getRiverActivitiesTargets'),
  },
  {
    id: 'protocol-redirect-other-host',
    class: 'protocol',
    title: 'The statistics of the environment redirect to another host',
    apply: onSuccess(
      replaceWith(302, { detail: 'Found' }, { Location: 'http://other-host.invalid/' }),
      'getActivitiesStatistic',
    ),
  },
  {
    id: 'protocol-redirect-own-host',
    class: 'protocol',
    title: 'The run groups redirect to another address of the same host',
    apply: onSuccess((response, { request: { url } }) => {
      if (url.includes('moved=yes')) return response;
      return json(302, { detail: 'Found' }, { Location: `${url}${url.includes('?') ? '&' : '?'}moved=yes` });
    }, 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'protocol-permanently-moved',
    class: 'protocol',
    title: 'The activities get 301 to `/`',
    apply: onSuccess(
      (response, exchange) => withHeader('Location', '/')(withStatus(301)(response, exchange), exchange),
      'getActivities',
    ),
  },
];
