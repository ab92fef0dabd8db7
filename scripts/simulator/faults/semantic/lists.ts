import { crossId } from '../../world/river.ts';
import { askAt, askWith } from '../asked.ts';
import { bodyOf, itemsOf, mapBody, mapItems, value, withItems } from '../change.ts';
import type { Fault } from '../fault.ts';
import { onSuccess } from '../when.ts';

/** Lists with too few items, too many, or those of something else. */
export const listFaults: readonly Fault[] = [
  {
    id: 'semantic-list-always-empty',
    class: 'semantic',
    title: 'There are never any targets',
    apply: onSuccess(
      mapBody((body) => ({ ...body, items: [], next_page: null, current_page_size: 0, total_items: 0 })),
      'getRiverActivitiesTargets',
    ),
  },
  {
    id: 'semantic-sub-rivers-empty',
    class: 'semantic',
    title: 'There are never any sub rivers',
    apply: onSuccess((answer) => withItems(answer, []), 'getRiverActivitiesSubRivers'),
  },
  {
    id: 'semantic-item-twice',
    class: 'semantic',
    title: 'The first of the sub rivers is listed twice',
    apply: onSuccess(
      (answer) => withItems(answer, [...itemsOf(answer).slice(0, 1), ...itemsOf(answer)]),
      'getRiverActivitiesSubRivers',
    ),
  },
  {
    id: 'semantic-total-too-high',
    class: 'semantic',
    title: 'There is one run less than the total says',
    apply: onSuccess(mapBody(value('total_items', (total) => Number(total) + 1)), 'getRiverActivitiesRuns'),
  },
  {
    id: 'semantic-total-of-the-page',
    class: 'semantic',
    title: 'The total of run groups is that of the page',
    apply: onSuccess(
      mapBody((body) => ({ ...body, total_items: body.current_page_size })),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'semantic-total-unfiltered',
    class: 'semantic',
    title: 'The total of activities counts those that the filters keep out, too',
    apply: onSuccess((answer, exchange) => {
      const all = { status: undefined, group_id: undefined, is_scheduled: undefined, search: undefined };
      const { total_items } = bodyOf(askWith(exchange, { ...all, river_type: undefined }));
      return { ...answer, body: { ...bodyOf(answer), total_items } };
    }, 'getActivities'),
  },
  {
    id: 'semantic-runs-of-another-river',
    class: 'semantic',
    title: 'The runs of another river are listed',
    apply: onSuccess((answer, exchange) => {
      const other = askAt(exchange, { river_id: crossId(exchange.region, 'tickets') });
      return { ...other, body: { ...bodyOf(other), river_cross_id: bodyOf(answer).river_cross_id } };
    }, 'getRiverActivitiesRuns'),
  },
  {
    id: 'semantic-river-echo-wrong',
    class: 'semantic',
    title: 'The list of targets says that it is that of another river',
    apply: onSuccess(
      mapBody((body, { region }) => ({ ...body, river_cross_id: crossId(region, 'invoices') })),
      'getRiverActivitiesTargets',
    ),
  },
  {
    id: 'semantic-unit-changed',
    class: 'semantic',
    title: 'The milliseconds of the start of runs are seconds',
    apply: onSuccess(
      mapItems(value('start_date_in_milliseconds', (time) => Math.floor(Number(time) / 1000))),
      'getRiverActivitiesRuns',
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'semantic-group-time-differs',
    class: 'semantic',
    title: 'Run groups start a minute later in milliseconds than in text',
    apply: onSuccess(
      mapItems(value('run_date_epoch_milliseconds', (time) => Number(time) + 60_000)),
      'getRiverActivitiesRunGroups',
    ),
  },
];
