import { v1 } from '../../errors.ts';
import type { SimulatedResponse } from '../../response.ts';
import { mapBody, mapItems, removeProperty, replaceWith } from '../change.ts';
import { ifQuery, ofRuns } from '../conditions.ts';
import type { FaultExchange, FaultTable } from '../fault.ts';

/** Features of the other regions that this region lacks or rejects. */
export const unsupportedFaults: FaultTable = {
  'region-lacks-operation': {
    title: 'The list of sub rivers does not exist',
    getRiverActivitiesSubRivers: replaceWith(404, { detail: 'Not Found' }),
  },
  'region-lacks-single-run': {
    title: 'A single run is never found',
    getRiverActivitiesRun: replaceWith(404, { detail: 'Not Found' }),
  },
  'region-lacks-optional-field': {
    title: 'Runs have no `pricing_category`',
    ...ofRuns(mapItems(removeProperty('pricing_category'))),
  },
  'region-lacks-previous-page': {
    title: 'Pages of run groups have no `previous_page`',
    getRiverActivitiesRunGroups: mapBody(removeProperty('previous_page')),
  },
  'region-refuses-river-type': {
    title: 'The activities reject `river_type=actions`',
    getActivities: ifQuery('river_type', refuse('river_type'), 'actions'),
  },
  'region-refuses-sort-key': {
    title: 'The run groups reject `sort_by=max_duration`',
    getRiverActivitiesRunGroups: ifQuery('sort_by', refuse('sort_by'), 'max_duration'),
  },
  'region-other-maximum': {
    title: 'Pages of run groups have at most 100 items',
    getRiverActivitiesRunGroups: (response, exchange) =>
      Number(exchange.request.query.items_per_page) > 100
        ? refuse('items_per_page')(response, exchange)
        : response,
  },
};

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
