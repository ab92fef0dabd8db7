import { crossId } from '../../world/river.ts';
import { bodyOf, itemsOf, mapBody, mapItems, mapValue, plus, withItems } from '../change.ts';
import { ofRuns } from '../conditions.ts';
import type { FaultTable } from '../fault.ts';
import { respondWithPath, respondWithQuery } from '../other-requests.ts';

/** Lists with missing, additional or wrong items. */
export const listFaults: FaultTable = {
  'semantic-list-always-empty': {
    title: 'The list of targets is always empty',
    getRiverActivitiesTargets: mapBody((body) => ({
      ...body,
      items: [],
      next_page: null,
      current_page_size: 0,
      total_items: 0,
    })),
  },
  'semantic-sub-rivers-empty': {
    title: 'The list of sub rivers is always empty',
    getRiverActivitiesSubRivers: (response) => withItems(response, []),
  },
  'semantic-item-twice': {
    title: 'The first sub river is listed twice',
    getRiverActivitiesSubRivers: (response) =>
      withItems(response, [...itemsOf(response).slice(0, 1), ...itemsOf(response)]),
  },
  'semantic-total-too-high': {
    title: 'The total of runs is one too high',
    getRiverActivitiesRuns: mapBody(mapValue('total_items', plus(1))),
  },
  'semantic-total-of-the-page': {
    title: 'The total of run groups is the size of the page',
    getRiverActivitiesRunGroups: mapBody((body) => ({ ...body, total_items: body.current_page_size })),
  },
  'semantic-total-unfiltered': {
    title: 'The total of activities ignores the filters',
    getActivities: (response, exchange) => {
      const all = { status: undefined, group_id: undefined, is_scheduled: undefined, search: undefined };
      const { total_items } = bodyOf(respondWithQuery(exchange, { ...all, river_type: undefined }));
      return { ...response, body: { ...bodyOf(response), total_items } };
    },
  },
  'semantic-runs-of-another-river': {
    title: 'The runs are those of another river',
    getRiverActivitiesRuns: (response, exchange) => {
      const other = respondWithPath(exchange, { river_id: crossId(exchange.region, 'tickets') });
      return { ...other, body: { ...bodyOf(other), river_cross_id: bodyOf(response).river_cross_id } };
    },
  },
  'semantic-river-echo-wrong': {
    title: 'The list of targets names another river than requested',
    getRiverActivitiesTargets: mapBody((body, { region }) => ({
      ...body,
      river_cross_id: crossId(region, 'invoices'),
    })),
  },
  'semantic-unit-changed': {
    title: 'The start of runs in milliseconds is in seconds',
    ...ofRuns(mapItems(mapValue('start_date_in_milliseconds', (time) => Math.floor(Number(time) / 1000)))),
  },
  'semantic-group-time-differs': {
    title: 'Run groups start one minute later in milliseconds than in text',
    getRiverActivitiesRunGroups: mapItems(mapValue('run_date_epoch_milliseconds', plus(60_000))),
  },
};
