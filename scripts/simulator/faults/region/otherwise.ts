import { formatUtc, parseUtc } from '../../time.ts';
import { askWith } from '../asked.ts';
import { mapBody, mapItems, type Row, value, withHeader } from '../change.ts';
import type { Fault } from '../fault.ts';
import { onSuccess } from '../when.ts';

/** What the other regions do in another way. */
export const otherwiseFaults: readonly Fault[] = [
  {
    id: 'region-other-zone',
    class: 'region',
    title: 'The times of runs in text are an hour ahead of UTC',
    apply: onSuccess(
      mapItems((run) => anHourLater('start_date_utc')(anHourLater('end_date_utc')(run))),
      'getRiverActivitiesRuns',
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'region-group-zone',
    class: 'region',
    title: 'The times of run groups in text are an hour ahead of UTC',
    apply: onSuccess(mapItems(anHourLater('run_date_utc')), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'region-other-default-size',
    class: 'region',
    title: 'Pages of runs have 20 items where no number is asked for',
    apply: onSuccess(
      (answer, exchange) =>
        exchange.request.url.includes('items_per_page=') ? answer : askWith(exchange, { items_per_page: 20 }),
      'getRiverActivitiesRuns',
    ),
  },
  {
    id: 'region-other-default-order',
    class: 'region',
    title: 'Activities ascend where no order is asked for',
    apply: onSuccess(
      (answer, exchange) =>
        exchange.request.url.includes('sort_order=') ? answer : askWith(exchange, { sort_order: 'asc' }),
      'getActivities',
    ),
  },
  {
    id: 'region-extra-property',
    class: 'region',
    title: 'The statistics of a river have a `total_bdu`, as nowhere else',
    apply: onSuccess(
      mapBody((body) => ({ ...body, total_bdu: body.total_units })),
      'getRiverActivitiesStatistic',
    ),
  },
  {
    id: 'region-extra-header',
    class: 'region',
    title: 'Successes carry an `X-Build`, as nowhere else',
    apply: onSuccess(withHeader('X-Build', 'canary-2')),
  },
  {
    id: 'region-media-type-parameter',
    class: 'region',
    title: 'The activities declare a character set, as nowhere else',
    apply: onSuccess(withHeader('Content-Type', 'application/json; charset=utf-8'), 'getActivities'),
  },
  {
    id: 'region-units-as-text',
    class: 'region',
    title: 'The units of targets are text',
    apply: onSuccess(mapItems(value('units', String)), 'getRiverActivitiesTargets'),
  },
];

function anHourLater(name: string): (row: Row) => Row {
  return value(name, (time) => {
    const milliseconds = typeof time === 'string' ? parseUtc(time) : undefined;
    return milliseconds === undefined ? time : formatUtc(milliseconds + 3_600_000);
  });
}
