import { json } from '../../answer.ts';
import { instead, withHeader, withStatus } from '../change.ts';
import type { Fault } from '../fault.ts';
import { onSuccess } from '../when.ts';

/** Undocumented statuses for valid requests. */
export const statusFaults: readonly Fault[] = [
  {
    id: 'protocol-206',
    class: 'protocol',
    title: 'Successes have the status 206',
    apply: onSuccess(withStatus(206)),
  },
  {
    id: 'protocol-202',
    class: 'protocol',
    title: 'A single run is answered with 202',
    apply: onSuccess(withStatus(202), 'getRiverActivitiesRun'),
  },
  {
    id: 'protocol-204',
    class: 'protocol',
    title: 'Sub rivers are answered with 204 and no body',
    apply: onSuccess((answer) => ({ ...answer, status: 204, text: '' }), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'protocol-500',
    class: 'protocol',
    title: 'Targets are answered with 500',
    apply: onSuccess(instead(500, { detail: 'Internal Server Error' }), 'getRiverActivitiesTargets'),
  },
  {
    id: 'protocol-redirect-other-host',
    class: 'protocol',
    title: 'The statistics of the environment are said to be on another host',
    apply: onSuccess(
      instead(302, { detail: 'Found' }, { Location: 'http://other-host.invalid/' }),
      'getActivitiesStatistic',
    ),
  },
  {
    id: 'protocol-redirect-own-host',
    class: 'protocol',
    title: 'Run groups are said to be at another address of the same host',
    apply: onSuccess((answer, { request: { url } }) => {
      if (url.includes('moved=yes')) return answer;
      return json(302, { detail: 'Found' }, { Location: `${url}${url.includes('?') ? '&' : '?'}moved=yes` });
    }, 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'protocol-permanently-moved',
    class: 'protocol',
    title: 'The activities have moved for good, to nowhere in particular',
    apply: onSuccess(
      (answer, exchange) => withHeader('Location', '/')(withStatus(301)(answer, exchange), exchange),
      'getActivities',
    ),
  },
];
