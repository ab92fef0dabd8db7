import { exemplaryStart, historicRunId } from '../../world/history.ts';
import { mainRiver } from '../../world/river.ts';
import { mapItems, mapValue, plus, type Row } from '../change.ts';
import { ofRuns } from '../conditions.ts';
import type { FaultTable } from '../fault.ts';
import { respondWithPath } from '../other-requests.ts';

/** A single run that is the wrong one, or contradicts itself or the list. */
export const detailFaults: FaultTable = {
  'semantic-detail-of-another': {
    title: 'A single run is another one than requested',
    getRiverActivitiesRun: (response, exchange) => {
      const requested = exchange.request.path.run_id;
      const runs = [0, 1].map((table) => historicRunId(exchange.region, mainRiver, exemplaryStart, table));
      const other = runs.find((id) => id !== requested);
      return other === undefined ? response : respondWithPath(exchange, { run_id: other });
    },
  },
  'semantic-detail-status-differs': {
    title: 'A run that succeeded in the list has failed as a single run',
    getRiverActivitiesRun: mapItems(
      mapValue('status', (status) => (status === 'succeeded' ? 'failed' : status)),
    ),
  },
  'semantic-detail-units-differ': {
    title: 'A single run has other units than in the list',
    getRiverActivitiesRun: mapItems((run) => ({
      ...run,
      units: Number(run.units) + 1,
      rpu: Number(run.rpu) + 1,
    })),
  },
  'semantic-detail-rows-differ': {
    title: 'A single run has another number of rows than in the list',
    getRiverActivitiesRun: mapItems(mapValue('total_rows', plus(1))),
  },
  'semantic-ended-before-it-started': {
    title: 'The start and end of finished runs are swapped',
    ...ofRuns(mapItems(swapTimes)),
  },
  'semantic-last-run-ended-early': {
    title: 'The start and end of the last finished run of a page are swapped',
    getRiverActivitiesRuns: mapItems((run, index, runs) =>
      index === runs.findLastIndex(hasEnded) ? swapTimes(run) : run,
    ),
  },
};

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
