import { exemplaryStart, historicRunId } from '../../world/history.ts';
import { mainRiver } from '../../world/river.ts';
import { mapItems, mapValue, type Row } from '../change.ts';
import { onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';
import { respondWithPath } from '../other-requests.ts';

/** A single run that is the wrong one, or contradicts itself or the list. */
export const detailFaults: readonly Fault[] = [
  {
    id: 'semantic-detail-of-another',
    class: 'semantic',
    title: 'A single run is another one than requested',
    apply: onSuccess((response, exchange) => {
      const requested = exchange.request.path.run_id;
      const runs = [0, 1].map((table) => historicRunId(exchange.region, mainRiver, exemplaryStart, table));
      const other = runs.find((id) => id !== requested);
      return other === undefined ? response : respondWithPath(exchange, { run_id: other });
    }, 'getRiverActivitiesRun'),
  },
  {
    id: 'semantic-detail-status-differs',
    class: 'semantic',
    title: 'A run that succeeded in the list has failed as a single run',
    apply: onSuccess(
      mapItems(mapValue('status', (status) => (status === 'succeeded' ? 'failed' : status))),
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'semantic-detail-units-differ',
    class: 'semantic',
    title: 'A single run has other units than in the list',
    apply: onSuccess(
      mapItems((run) => ({ ...run, units: Number(run.units) + 1, rpu: Number(run.rpu) + 1 })),
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'semantic-detail-rows-differ',
    class: 'semantic',
    title: 'A single run has another number of rows than in the list',
    apply: onSuccess(mapItems(mapValue('total_rows', (rows) => Number(rows) + 1)), 'getRiverActivitiesRun'),
  },
  {
    id: 'semantic-ended-before-it-started',
    class: 'semantic',
    title: 'The start and end of finished runs are swapped',
    apply: onSuccess(mapItems(swapTimes), 'getRiverActivitiesRuns', 'getRiverActivitiesRun'),
  },
  {
    id: 'semantic-last-run-ended-early',
    class: 'semantic',
    title: 'The start and end of the last finished run of a page are swapped',
    apply: onSuccess(
      mapItems((run, index, runs) => (index === runs.findLastIndex(hasEnded) ? swapTimes(run) : run)),
      'getRiverActivitiesRuns',
    ),
  },
];

function hasEnded(run: Row): boolean {
  return run.end_date_utc !== null && run.end_date_utc !== run.start_date_utc;
}

function swapTimes(run: Row): Row {
  if (!hasEnded(run)) return run;
  return {
    ...run,
    start_date_utc: run.end_date_utc,
    start_date_in_milliseconds: run.end_date_in_milliseconds,
    end_date_utc: run.start_date_utc,
    end_date_in_milliseconds: run.start_date_in_milliseconds,
  };
}
