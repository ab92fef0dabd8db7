import { tokens } from '../../auth.ts';
import { instead, withoutHeader } from '../change.ts';
import type { Fault, FaultChange, FaultExchange } from '../fault.ts';
import { onStatus } from '../when.ts';

const wellFormed = /^bearer +[\w.~+/-]{8,}=*$/i;

/** Tokens that should be refused, and refusals of them. */
export const tokenFaults: readonly Fault[] = [
  {
    id: 'negative-any-token-accepted',
    class: 'negative',
    title: 'Readings are answered without a valid token',
    apply: (answer, exchange) =>
      exchange.operationId === 'runRiver' ? answer : accept(() => true)(answer, exchange),
  },
  {
    id: 'negative-no-token-accepted',
    class: 'negative',
    title: 'The activities are shown to callers without a token',
    apply: accept((authorization) => authorization === '', 'getActivities'),
  },
  {
    id: 'negative-no-token-accepted-elsewhere',
    class: 'negative',
    title: 'Targets are shown to callers without a token',
    apply: accept((authorization) => authorization === '', 'getRiverActivitiesTargets'),
  },
  {
    id: 'negative-malformed-token-accepted',
    class: 'negative',
    title: 'Readings are shown for a header that is no bearer token',
    apply: (answer, exchange) =>
      exchange.operationId === 'runRiver' ? answer : accept(isMalformed)(answer, exchange),
  },
  {
    id: 'negative-wrong-token-accepted',
    class: 'negative',
    title: 'Runs are shown for any token of the right form',
    apply: accept((authorization) => wellFormed.test(authorization), 'getRiverActivitiesRuns'),
  },
  {
    id: 'negative-401-as-403',
    class: 'negative',
    title: 'A run is refused with 403 where the token is not valid',
    apply: onStatus(401, instead(403, { detail: 'Forbidden' }), 'getRiverActivitiesRun'),
  },
  {
    id: 'negative-401-as-400',
    class: 'negative',
    title: 'Sub rivers are refused with 400 where the token is not valid',
    apply: onStatus(401, instead(400, { detail: 'Bad Request' }), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'negative-401-as-500',
    class: 'negative',
    title: 'A token that is not valid makes the targets fail',
    apply: onStatus(401, instead(500, { detail: 'Internal Server Error' }), 'getRiverActivitiesTargets'),
  },
  {
    id: 'negative-401-as-redirect',
    class: 'negative',
    title: 'Callers of the run groups without a valid token are sent to a page to log in',
    apply: onStatus(
      401,
      instead(302, { detail: 'Found' }, { Location: 'http://login.invalid/' }),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'negative-401-without-challenge',
    class: 'negative',
    title: 'Refusals of a token have no `WWW-Authenticate`',
    apply: onStatus(401, withoutHeader('WWW-Authenticate')),
  },
];

function isMalformed(authorization: string): boolean {
  return authorization !== '' && !wellFormed.test(authorization);
}

function accept(meant: (authorization: string) => boolean, ...operations: readonly string[]): FaultChange {
  const show = ({ ask, request, region }: FaultExchange) => ask({ ...request, token: tokens(region).full });
  return onStatus(
    401,
    (answer, exchange) => (meant(exchange.authorization ?? '') ? show(exchange) : answer),
    ...operations,
  );
}
