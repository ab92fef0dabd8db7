import { json, type SimulatedResponse, textOf } from '../../answer.ts';
import { tokens } from '../../auth.ts';
import { localSettings } from '../../settings.ts';
import { seedRivers } from '../../world/river.ts';
import { placeOf } from '../../world/world.ts';
import { bodyOf, mapBody } from '../change.ts';
import type { Fault, FaultExchange } from '../fault.ts';
import { onStatus, onSuccess } from '../when.ts';

/** The other region shows in this one. */
export const elsewhereFaults: readonly Fault[] = [
  {
    id: 'region-other-activities',
    class: 'region',
    title: 'The activities are those of the other region',
    apply: onSuccess(withDataOfTheOther, 'getActivities'),
  },
  {
    id: 'region-other-runs',
    class: 'region',
    title: 'The runs carry the ids of the other region',
    apply: onSuccess(withDataOfTheOther, 'getRiverActivitiesRuns'),
  },
  {
    id: 'region-other-account',
    class: 'region',
    title: 'The statistics of the environment are for the account and environment of the other region',
    apply: onSuccess(
      mapBody((body, { region }) => {
        const { accountId, environmentId } = placeOf(otherThan(region));
        return { ...body, account: accountId, env_id: environmentId };
      }),
      'getActivitiesStatistic',
    ),
  },
  {
    id: 'region-header-names-other',
    class: 'region',
    title: 'A header says that the other region answers',
    apply: onSuccess((answer, { region }) => ({
      ...answer,
      headers: { ...answer.headers, 'X-Region': otherThan(region) },
    })),
  },
  {
    id: 'region-accepts-other-token',
    class: 'region',
    title: 'Readings take the token of the other region',
    apply: (answer, exchange) => {
      const { region, operationId, request, ask } = exchange;
      const known = operationId !== 'runRiver' && request.token === tokens(otherThan(region)).full;
      return onStatus(401, () => (known ? ask({ ...request, token: tokens(region).full }) : answer))(
        answer,
        exchange,
      );
    },
  },
  {
    id: 'region-redirects-to-other',
    class: 'region',
    title: 'Targets are said to be at the host of the other region',
    apply: onSuccess((_, { region, request: { url } }) => {
      return json(307, { detail: 'Temporary Redirect' }, { Location: atOther(url, region) });
    }, 'getRiverActivitiesTargets'),
  },
  {
    id: 'region-next-page-at-other',
    class: 'region',
    title: 'The next page of runs is at the host of the other region',
    apply: onSuccess(
      mapBody((body, { region }) => ({
        ...body,
        next_page: typeof body.next_page === 'string' ? atOther(body.next_page, region) : null,
      })),
      'getRiverActivitiesRuns',
    ),
  },
];

function withDataOfTheOther(answer: SimulatedResponse, { region }: FaultExchange): SimulatedResponse {
  const body: unknown = JSON.parse(translate(textOf(answer), region));
  return { ...answer, body: { ...bodyOf({ ...answer, body }), next_page: bodyOf(answer).next_page } };
}

/** The address at the port that the other region has by default. */
function atOther(address: string, region: string): string {
  const url = new URL(address);
  url.port = String(localSettings(otherThan(region)).port);
  return url.href;
}

/** The region that a region is taken for. */
function otherThan(region: string): string {
  return region === 'us' ? 'eu' : 'us';
}

/** JSON with the ids and names of the other region in place of those of this one. */
function translate(text: string, region: string): string {
  const theirs = namesOf(otherThan(region));
  return namesOf(region).reduce((done, name, index) => done.replaceAll(name, theirs[index] ?? name), text);
}

/** The ids and names that a region has for itself, in the same order for every region. */
function namesOf(region: string): readonly string[] {
  const { accountId, environmentId } = placeOf(region);
  const rivers = seedRivers(region).flatMap(({ crossId, riverId, groupId, name, tables }) => [
    crossId,
    riverId,
    groupId,
    name,
    ...tables.flatMap(({ subRiver }) => (subRiver === null ? [] : [subRiver.id])),
  ]);
  return [accountId, environmentId, ...rivers];
}
