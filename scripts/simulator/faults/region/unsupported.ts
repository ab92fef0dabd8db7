import { v1 } from '../../errors.ts';
import type { SimulatedResponse } from '../../response.ts';
import { mapBody, mapItems, removeProperty, replaceWith } from '../change.ts';
import { ifQuery, onSuccess } from '../conditions.ts';
import type { Fault, FaultExchange } from '../fault.ts';

/** Features of the other regions that this region lacks or rejects. */
export const unsupportedFaults: readonly Fault[] = [
  {
    id: 'region-lacks-operation',
    class: 'region',
    title: 'The list of sub rivers does not exist',
    apply: onSuccess(replaceWith(404, { detail: 'Not Found' }), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'region-lacks-single-run',
    class: 'region',
    title: 'A single run is never found',
    apply: onSuccess(replaceWith(404, { detail: 'Not Found' }), 'getRiverActivitiesRun'),
  },
  {
    id: 'region-lacks-optional-field',
    class: 'region',
    title: 'Runs have no `pricing_category`',
    apply: onSuccess(
      mapItems(removeProperty('pricing_category')),
      'getRiverActivitiesRuns',
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'region-lacks-previous-page',
    class: 'region',
    title: 'Pages of run groups have no `previous_page`',
    apply: onSuccess(mapBody(removeProperty('previous_page')), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'region-refuses-river-type',
    class: 'region',
    title: 'The activities reject `river_type=actions`',
    apply: onSuccess(ifQuery('river_type', refuse('river_type'), 'actions'), 'getActivities'),
  },
  {
    id: 'region-refuses-sort-key',
    class: 'region',
    title: 'The run groups reject `sort_by=max_duration`',
    apply: onSuccess(ifQuery('sort_by', refuse('sort_by'), 'max_duration'), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'region-other-maximum',
    class: 'region',
    title: 'Pages of run groups have at most 100 items',
    apply: onSuccess(
      (response, exchange) =>
        Number(exchange.request.query.items_per_page) > 100
          ? refuse('items_per_page')(response, exchange)
          : response,
      'getRiverActivitiesRunGroups',
    ),
  },
];

/** A 422 response for the parameter, in the documented form. */
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
