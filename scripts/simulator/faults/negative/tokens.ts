import { tokens } from '../../auth.ts';
import { replaceWith, withoutHeader } from '../change.ts';
import { onStatus } from '../conditions.ts';
import type { Fault, FaultChange, FaultExchange } from '../fault.ts';

const wellFormed = /^bearer +[\w.~+/-]{8,}=*$/i;

/** Invalid tokens that are accepted, or rejected in an undocumented way. */
export const tokenFaults: readonly Fault[] = [
  {
    id: 'negative-any-token-accepted',
    class: 'negative',
    title: 'Read operations accept any token, or none',
    apply: (response, exchange) =>
      exchange.operationId === 'runRiver' ? response : accept(() => true)(response, exchange),
  },
  {
    id: 'negative-no-token-accepted',
    class: 'negative',
    title: 'The activities need no token',
    apply: accept((authorization) => authorization === '', 'getActivities'),
  },
  {
    id: 'negative-no-token-accepted-elsewhere',
    class: 'negative',
    title: 'The targets need no token',
    apply: accept((authorization) => authorization === '', 'getRiverActivitiesTargets'),
  },
  {
    id: 'negative-malformed-token-accepted',
    class: 'negative',
    title: 'Read operations accept a header that is not a bearer token',
    apply: (response, exchange) =>
      exchange.operationId === 'runRiver' ? response : accept(isMalformed)(response, exchange),
  },
  {
    id: 'negative-wrong-token-accepted',
    class: 'negative',
    title: 'The runs accept any token of the right form',
    apply: accept((authorization) => wellFormed.test(authorization), 'getRiverActivitiesRuns'),
  },
  {
    id: 'negative-401-as-403',
    class: 'negative',
    title: 'A single run rejects an invalid token with 403',
    apply: onStatus(401, replaceWith(403, { detail: 'Forbidden' }), 'getRiverActivitiesRun'),
  },
  {
    id: 'negative-401-as-400',
    class: 'negative',
    title: 'The sub rivers reject an invalid token with 400',
    apply: onStatus(401, replaceWith(400, { detail: 'Bad Request' }), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'negative-401-as-500',
    class: 'negative',
    title: 'An invalid token makes the targets return 500',
    apply: onStatus(401, replaceWith(500, { detail: 'Internal Server Error' }), 'getRiverActivitiesTargets'),
  },
  {
    id: 'negative-401-as-redirect',
    class: 'negative',
    title: 'The run groups redirect callers with an invalid token to a login page',
    apply: onStatus(
      401,
      replaceWith(302, { detail: 'Found' }, { Location: 'http://login.invalid/' }),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'negative-401-without-challenge',
    class: 'negative',
    title: '401 responses have no `WWW-Authenticate` header',
    apply: onStatus(401, withoutHeader('WWW-Authenticate')),
  },
];

function isMalformed(authorization: string): boolean {
  return authorization !== '' && !wellFormed.test(authorization);
}

function accept(matches: (authorization: string) => boolean, ...operations: readonly string[]): FaultChange {
  const show = ({ respond, request, region }: FaultExchange) =>
    respond({ ...request, token: tokens(region).full });
  return onStatus(
    401,
    (response, exchange) => (matches(exchange.authorization ?? '') ? show(exchange) : response),
    ...operations,
  );
}
