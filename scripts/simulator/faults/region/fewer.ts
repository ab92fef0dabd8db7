import type { SimulatedResponse } from '../../answer.ts';
import { v1 } from '../../errors.ts';
import { instead, mapBody, mapItems, without } from '../change.ts';
import type { Fault, FaultExchange } from '../fault.ts';
import { ifSent, onSuccess } from '../when.ts';

/** What the other regions have and this one lacks or refuses. */
export const fewerFaults: readonly Fault[] = [
  {
    id: 'region-lacks-operation',
    class: 'region',
    title: 'There is no list of sub rivers',
    apply: onSuccess(instead(404, { detail: 'Not Found' }), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'region-lacks-single-run',
    class: 'region',
    title: 'A single run is never found',
    apply: onSuccess(instead(404, { detail: 'Not Found' }), 'getRiverActivitiesRun'),
  },
  {
    id: 'region-lacks-optional-field',
    class: 'region',
    title: 'Runs have no `pricing_category`',
    apply: onSuccess(
      mapItems(without('pricing_category')),
      'getRiverActivitiesRuns',
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'region-lacks-previous-page',
    class: 'region',
    title: 'Pages of run groups have no `previous_page`',
    apply: onSuccess(mapBody(without('previous_page')), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'region-refuses-river-type',
    class: 'region',
    title: 'Activities cannot be asked for action rivers',
    apply: onSuccess(ifSent('river_type', refuse('river_type'), 'actions'), 'getActivities'),
  },
  {
    id: 'region-refuses-sort-key',
    class: 'region',
    title: 'Run groups cannot be sorted by duration',
    apply: onSuccess(ifSent('sort_by', refuse('sort_by'), 'max_duration'), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'region-other-maximum',
    class: 'region',
    title: 'Pages of run groups may have 100 items at the most',
    apply: onSuccess(
      (answer, exchange) =>
        Number(exchange.request.query.items_per_page) > 100
          ? refuse('items_per_page')(answer, exchange)
          : answer,
      'getRiverActivitiesRunGroups',
    ),
  },
];

/** A refusal of the parameter in the documented form. */
function refuse(name: string): (_: SimulatedResponse, exchange: FaultExchange) => SimulatedResponse {
  return (_, { request }) =>
    v1.invalid([
      {
        type: 'value_error',
        loc: ['query', name],
        msg: 'Input is not supported',
        input: request.query[name],
      },
    ]);
}
