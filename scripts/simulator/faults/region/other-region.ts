import { tokens } from '../../auth.ts';
import { bodyText, json, type SimulatedResponse } from '../../response.ts';
import { localSettings } from '../../settings.ts';
import { seedRivers } from '../../world/river.ts';
import { accountAndEnvironment } from '../../world/world.ts';
import { bodyOf, mapBody } from '../change.ts';
import { onStatus, onSuccess } from '../conditions.ts';
import type { Fault, FaultExchange } from '../fault.ts';

/** Data, tokens or addresses of another region. */
export const otherRegionFaults: readonly Fault[] = [
  {
    id: 'region-other-activities',
    class: 'region',
    title: 'The activities are those of another region',
    apply: onSuccess(withDataOfOtherRegion, 'getActivities'),
  },
  {
    id: 'region-other-runs',
    class: 'region',
    title: 'The runs have the ids of another region',
    apply: onSuccess(withDataOfOtherRegion, 'getRiverActivitiesRuns'),
  },
  {
    id: 'region-other-account',
    class: 'region',
    title: 'The statistics of the environment have the account and environment of another region',
    apply: onSuccess(
      mapBody((body, { region }) => {
        const { accountId, environmentId } = accountAndEnvironment(otherRegion(region));
        return { ...body, account: accountId, env_id: environmentId };
      }),
      'getActivitiesStatistic',
    ),
  },
  {
    id: 'region-header-names-other',
    class: 'region',
    title: 'A header names another region',
    apply: onSuccess((response, { region }) => ({
      ...response,
      headers: { ...response.headers, 'X-Region': otherRegion(region) },
    })),
  },
  {
    id: 'region-accepts-other-token',
    class: 'region',
    title: 'Read operations accept the token of another region',
    apply: (response, exchange) => {
      const { region, operationId, request, respond } = exchange;
      const known = operationId !== 'runRiver' && request.token === tokens(otherRegion(region)).full;
      return onStatus(401, () => (known ? respond({ ...request, token: tokens(region).full }) : response))(
        response,
        exchange,
      );
    },
  },
  {
    id: 'region-redirects-to-other',
    class: 'region',
    title: 'The targets redirect to the host of another region',
    apply: onSuccess((_, { region, request: { url } }) => {
      return json(307, { detail: 'Temporary Redirect' }, { Location: atOtherRegion(url, region) });
    }, 'getRiverActivitiesTargets'),
  },
  {
    id: 'region-next-page-at-other',
    class: 'region',
    title: '`next_page` of the runs is at the host of another region',
    apply: onSuccess(
      mapBody((body, { region }) => ({
        ...body,
        next_page: typeof body.next_page === 'string' ? atOtherRegion(body.next_page, region) : null,
      })),
      'getRiverActivitiesRuns',
    ),
  },
];

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
