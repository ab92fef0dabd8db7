import { crossId } from '../../world/river.ts';
import { bodyOf, itemsOf, mapBody, mapItems, mapValue, withItems } from '../change.ts';
import { onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';
import { respondWithPath, respondWithQuery } from '../other-requests.ts';

/** Lists with missing, additional or wrong items. */
export const listFaults: readonly Fault[] = [
  {
    id: 'semantic-list-always-empty',
    class: 'semantic',
    title: 'The list of targets is always empty',
    apply: onSuccess(
      mapBody((body) => ({ ...body, items: [], next_page: null, current_page_size: 0, total_items: 0 })),
      'getRiverActivitiesTargets',
    ),
  },
  {
    id: 'semantic-sub-rivers-empty',
    class: 'semantic',
    title: 'The list of sub rivers is always empty',
    apply: onSuccess((response) => withItems(response, []), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'semantic-item-twice',
    class: 'semantic',
    title: 'The first sub river is listed twice',
    apply: onSuccess(
      (response) => withItems(response, [...itemsOf(response).slice(0, 1), ...itemsOf(response)]),
      'getRiverActivitiesSubRivers',
    ),
  },
  {
    id: 'semantic-total-too-high',
    class: 'semantic',
    title: 'The total of runs is one too high',
    apply: onSuccess(
      mapBody(mapValue('total_items', (total) => Number(total) + 1)),
      'getRiverActivitiesRuns',
    ),
  },
  {
    id: 'semantic-total-of-the-page',
    class: 'semantic',
    title: 'The total of run groups is the size of the page',
    apply: onSuccess(
      mapBody((body) => ({ ...body, total_items: body.current_page_size })),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'semantic-total-unfiltered',
    class: 'semantic',
    title: 'The total of activities ignores the filters',
    apply: onSuccess((response, exchange) => {
      const all = { status: undefined, group_id: undefined, is_scheduled: undefined, search: undefined };
      const { total_items } = bodyOf(respondWithQuery(exchange, { ...all, river_type: undefined }));
      return { ...response, body: { ...bodyOf(response), total_items } };
    }, 'getActivities'),
  },
  {
    id: 'semantic-runs-of-another-river',
    class: 'semantic',
    title: 'The runs are those of another river',
    apply: onSuccess((response, exchange) => {
      const other = respondWithPath(exchange, { river_id: crossId(exchange.region, 'tickets') });
      return { ...other, body: { ...bodyOf(other), river_cross_id: bodyOf(response).river_cross_id } };
    }, 'getRiverActivitiesRuns'),
  },
  {
    id: 'semantic-river-echo-wrong',
    class: 'semantic',
    title: 'The list of targets names another river than requested',
    apply: onSuccess(
      mapBody((body, { region }) => ({ ...body, river_cross_id: crossId(region, 'invoices') })),
      'getRiverActivitiesTargets',
    ),
  },
  {
    id: 'semantic-unit-changed',
    class: 'semantic',
    title: 'The start of runs in milliseconds is in seconds',
    apply: onSuccess(
      mapItems(mapValue('start_date_in_milliseconds', (time) => Math.floor(Number(time) / 1000))),
      'getRiverActivitiesRuns',
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'semantic-group-time-differs',
    class: 'semantic',
    title: 'Run groups start one minute later in milliseconds than in text',
    apply: onSuccess(
      mapItems(mapValue('run_date_epoch_milliseconds', (time) => Number(time) + 60_000)),
      'getRiverActivitiesRunGroups',
    ),
  },
];
