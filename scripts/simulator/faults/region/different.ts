import { formatUtc, parseUtc } from '../../time.ts';
import { mapBody, mapItems, mapValue, type Row, withHeader } from '../change.ts';
import { ofRuns } from '../conditions.ts';
import type { FaultTable } from '../fault.ts';
import { respondWithQuery } from '../other-requests.ts';

/** Valid responses that differ from those of the other regions. */
export const differentFaults: FaultTable = {
  'region-other-zone': {
    title: 'The times of runs in text are one hour ahead of UTC',
    ...ofRuns(mapItems((run) => anHourLater('start_date_utc')(anHourLater('end_date_utc')(run)))),
  },
  'region-group-zone': {
    title: 'The times of run groups in text are one hour ahead of UTC',
    getRiverActivitiesRunGroups: mapItems(anHourLater('run_date_utc')),
  },
  'region-other-default-size': {
    title: 'Pages of runs have 20 items by default',
    getRiverActivitiesRuns: (response, exchange) =>
      exchange.request.url.includes('items_per_page=')
        ? response
        : respondWithQuery(exchange, { items_per_page: 20 }),
  },
  'region-other-default-order': {
    title: 'Activities are in ascending order by default',
    getActivities: (response, exchange) =>
      exchange.request.url.includes('sort_order=')
        ? response
        : respondWithQuery(exchange, { sort_order: 'asc' }),
  },
  'region-extra-property': {
    title: 'Only here, the statistics of a river have `total_bdu`',
    getRiverActivitiesStatistic: mapBody((body) => ({ ...body, total_bdu: body.total_units })),
  },
  'region-extra-header': {
    title: 'Only here, successful responses have an `X-Build` header',
    200: withHeader('X-Build', 'canary-2'),
  },
  'region-media-type-parameter': {
    title: 'Only here, the activities declare a charset',
    getActivities: withHeader('Content-Type', 'application/json; charset=utf-8'),
  },
  'region-units-as-text': {
    title: 'The units of targets are text',
    getRiverActivitiesTargets: mapItems(mapValue('units', String)),
  },
};

function anHourLater(name: string): (row: Row) => Row {
  return mapValue(name, (time) => {
    const milliseconds = typeof time === 'string' ? parseUtc(time) : undefined;
    return milliseconds === undefined ? time : formatUtc(milliseconds + 3_600_000);
  });
}
