import { formatUtc, parseUtc } from '../../time.ts';
import { mapBody, mapItems, mapValue, type Row, withHeader } from '../change.ts';
import { onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';
import { respondWithQuery } from '../other-requests.ts';

/** Valid responses that differ from those of the other regions. */
export const differentFaults: readonly Fault[] = [
  {
    id: 'region-other-zone',
    class: 'region',
    title: 'The times of runs in text are one hour ahead of UTC',
    apply: onSuccess(
      mapItems((run) => anHourLater('start_date_utc')(anHourLater('end_date_utc')(run))),
      'getRiverActivitiesRuns',
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'region-group-zone',
    class: 'region',
    title: 'The times of run groups in text are one hour ahead of UTC',
    apply: onSuccess(mapItems(anHourLater('run_date_utc')), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'region-other-default-size',
    class: 'region',
    title: 'Pages of runs have 20 items by default',
    apply: onSuccess(
      (response, exchange) =>
        exchange.request.url.includes('items_per_page=')
          ? response
          : respondWithQuery(exchange, { items_per_page: 20 }),
      'getRiverActivitiesRuns',
    ),
  },
  {
    id: 'region-other-default-order',
    class: 'region',
    title: 'Activities are in ascending order by default',
    apply: onSuccess(
      (response, exchange) =>
        exchange.request.url.includes('sort_order=')
          ? response
          : respondWithQuery(exchange, { sort_order: 'asc' }),
      'getActivities',
    ),
  },
  {
    id: 'region-extra-property',
    class: 'region',
    title: 'Only here, the statistics of a river have `total_bdu`',
    apply: onSuccess(
      mapBody((body) => ({ ...body, total_bdu: body.total_units })),
      'getRiverActivitiesStatistic',
    ),
  },
  {
    id: 'region-extra-header',
    class: 'region',
    title: 'Only here, successful responses have an `X-Build` header',
    apply: onSuccess(withHeader('X-Build', 'canary-2')),
  },
  {
    id: 'region-media-type-parameter',
    class: 'region',
    title: 'Only here, the activities declare a charset',
    apply: onSuccess(withHeader('Content-Type', 'application/json; charset=utf-8'), 'getActivities'),
  },
  {
    id: 'region-units-as-text',
    class: 'region',
    title: 'The units of targets are text',
    apply: onSuccess(mapItems(mapValue('units', String)), 'getRiverActivitiesTargets'),
  },
];

function anHourLater(name: string): (row: Row) => Row {
  return mapValue(name, (time) => {
    const milliseconds = typeof time === 'string' ? parseUtc(time) : undefined;
    return milliseconds === undefined ? time : formatUtc(milliseconds + 3_600_000);
  });
}
