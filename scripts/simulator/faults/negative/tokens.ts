import { replaceWith, serverError, withoutHeader } from '../change.ts';
import { ofReads } from '../conditions.ts';
import type { FaultChange, FaultTable } from '../fault.ts';
import { respondWithFullToken } from '../other-requests.ts';

/** Invalid tokens that are accepted, or rejected in an undocumented way. */
export const tokenFaults: FaultTable = {
  'negative-any-token-accepted': {
    title: 'Read operations accept any token, or none',
    401: ofReads(respondWithFullToken),
  },
  'negative-no-token-accepted': {
    title: 'The activities need no token',
    'getActivities 401': accept(isMissing),
  },
  'negative-no-token-accepted-elsewhere': {
    title: 'The targets need no token',
    'getRiverActivitiesTargets 401': accept(isMissing),
  },
  'negative-malformed-token-accepted': {
    title: 'Read operations accept a header that is not a bearer token',
    401: ofReads(accept(isMalformed)),
  },
  'negative-wrong-token-accepted': {
    title: 'The runs accept any token of the right form',
    'getRiverActivitiesRuns 401': accept(isWellFormed),
  },
  'negative-401-as-403': {
    title: 'A single run rejects an invalid token with 403',
    'getRiverActivitiesRun 401': replaceWith(403, { detail: 'Forbidden' }),
  },
  'negative-401-as-400': {
    title: 'The sub rivers reject an invalid token with 400',
    'getRiverActivitiesSubRivers 401': replaceWith(400, { detail: 'Bad Request' }),
  },
  'negative-401-as-500': {
    title: 'An invalid token makes the targets return 500',
    'getRiverActivitiesTargets 401': serverError,
  },
  'negative-401-as-redirect': {
    title: 'The run groups redirect callers with an invalid token to a login page',
    'getRiverActivitiesRunGroups 401': replaceWith(
      302,
      { detail: 'Found' },
      { Location: 'http://login.invalid/' },
    ),
  },
  'negative-401-without-challenge': {
    title: '401 responses have no `WWW-Authenticate` header',
    401: withoutHeader('WWW-Authenticate'),
  },
};

function accept(matches: (authorization: string) => boolean): FaultChange {
  return (response, exchange) =>
    matches(exchange.authorization ?? '') ? respondWithFullToken(response, exchange) : response;
}

function isMissing(authorization: string): boolean {
  return authorization === '';
}

function isWellFormed(authorization: string): boolean {
  return /^bearer +[\w.~+/-]{8,}=*$/i.test(authorization);
}

function isMalformed(authorization: string): boolean {
  return !isMissing(authorization) && !isWellFormed(authorization);
}
