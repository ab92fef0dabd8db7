import { tokens } from '../../auth.ts';
import { bodyText, json, type SimulatedResponse } from '../../response.ts';
import { localSettings } from '../../settings.ts';
import { seedRivers } from '../../world/river.ts';
import { accountAndEnvironment } from '../../world/world.ts';
import { bodyOf, mapBody, withHeader } from '../change.ts';
import { ofReads } from '../conditions.ts';
import type { FaultExchange, FaultTable } from '../fault.ts';
import { respondWithFullToken } from '../other-requests.ts';

/** Data, tokens or addresses of another region. */
export const otherRegionFaults: FaultTable = {
  'region-other-activities': {
    title: 'The activities are those of another region',
    getActivities: withDataOfOtherRegion,
  },
  'region-other-runs': {
    title: 'The runs have the ids of another region',
    getRiverActivitiesRuns: withDataOfOtherRegion,
  },
  'region-other-account': {
    title: 'The statistics of the environment have the account and environment of another region',
    getActivitiesStatistic: mapBody((body, { region }) => {
      const { accountId, environmentId } = accountAndEnvironment(otherRegion(region));
      return { ...body, account: accountId, env_id: environmentId };
    }),
  },
  'region-header-names-other': {
    title: 'A header names another region',
    200: (response, exchange) => withHeader('X-Region', otherRegion(exchange.region))(response, exchange),
  },
  'region-accepts-other-token': {
    title: 'Read operations accept the token of another region',
    401: ofReads((response, exchange) =>
      exchange.request.token === tokens(otherRegion(exchange.region)).full
        ? respondWithFullToken(response, exchange)
        : response,
    ),
  },
  'region-redirects-to-other': {
    title: 'The targets redirect to the host of another region',
    getRiverActivitiesTargets: (_, { region, request: { url } }) =>
      json(307, { detail: 'Temporary Redirect' }, { Location: atOtherRegion(url, region) }),
  },
  'region-next-page-at-other': {
    title: '`next_page` of the runs is at the host of another region',
    getRiverActivitiesRuns: mapBody((body, { region }) => ({
      ...body,
      next_page: typeof body.next_page === 'string' ? atOtherRegion(body.next_page, region) : null,
    })),
  },
};

function withDataOfOtherRegion(response: SimulatedResponse, { region }: FaultExchange): SimulatedResponse {
  const body: unknown = JSON.parse(translate(bodyText(response), region));
  return { ...response, body: { ...bodyOf({ ...response, body }), next_page: bodyOf(response).next_page } };
}

/** The address with the default port of the other region. */
function atOtherRegion(address: string, region: string): string {
  const url = new URL(address);
  url.port = String(localSettings(otherRegion(region)).port);
  return url.href;
}

function otherRegion(region: string): string {
  return region === 'us' ? 'eu' : 'us';
}

/** Replaces the ids and names of this region with those of the other. */
function translate(text: string, region: string): string {
  const theirs = namesOf(otherRegion(region));
  return namesOf(region).reduce((done, name, index) => done.replaceAll(name, theirs[index] ?? name), text);
}

/** The ids and names that differ between regions, in the same order for every region. */
function namesOf(region: string): readonly string[] {
  const { accountId, environmentId } = accountAndEnvironment(region);
  const rivers = seedRivers(region).flatMap(({ crossId, riverId, groupId, name, tables }) => [
    crossId,
    riverId,
    groupId,
    name,
    ...tables.flatMap(({ subRiver }) => (subRiver === null ? [] : [subRiver.id])),
  ]);
  return [accountId, environmentId, ...rivers];
}
