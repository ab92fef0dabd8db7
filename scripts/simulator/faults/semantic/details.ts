import { exemplaryStart, historicRunId } from '../../world/history.ts';
import { mainRiver } from '../../world/river.ts';
import { askAt } from '../asked.ts';
import { mapItems, type Row, value } from '../change.ts';
import type { Fault } from '../fault.ts';
import { onSuccess } from '../when.ts';

/** A single run that is another, or contradicts itself or the list. */
export const detailFaults: readonly Fault[] = [
  {
    id: 'semantic-detail-of-another',
    class: 'semantic',
    title: 'Asked for one run, the next is shown',
    apply: onSuccess((answer, exchange) => {
      const asked = exchange.request.path.run_id;
      const runs = [0, 1].map((table) => historicRunId(exchange.region, mainRiver, exemplaryStart, table));
      const other = runs.find((id) => id !== asked);
      return other === undefined ? answer : askAt(exchange, { run_id: other });
    }, 'getRiverActivitiesRun'),
  },
  {
    id: 'semantic-detail-status-differs',
    class: 'semantic',
    title: 'A run that succeeded by the list has failed when it is asked for alone',
    apply: onSuccess(
      mapItems(value('status', (status) => (status === 'succeeded' ? 'failed' : status))),
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'semantic-detail-units-differ',
    class: 'semantic',
    title: 'A run has other units alone than in the list',
    apply: onSuccess(
      mapItems((run) => ({ ...run, units: Number(run.units) + 1, rpu: Number(run.rpu) + 1 })),
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'semantic-detail-rows-differ',
    class: 'semantic',
    title: 'A run has moved another number of rows alone than in the list',
    apply: onSuccess(mapItems(value('total_rows', (rows) => Number(rows) + 1)), 'getRiverActivitiesRun'),
  },
  {
    id: 'semantic-ended-before-it-started',
    class: 'semantic',
    title: 'Runs that are over start at their end and end at their start',
    apply: onSuccess(mapItems(turnRound), 'getRiverActivitiesRuns', 'getRiverActivitiesRun'),
  },
  {
    id: 'semantic-last-run-ended-early',
    class: 'semantic',
    title: 'The last run of a page that is over ended before it started',
    apply: onSuccess(
      mapItems((run, index, runs) => (index === runs.findLastIndex(isOver) ? turnRound(run) : run)),
      'getRiverActivitiesRuns',
    ),
  },
];

function isOver(run: Row): boolean {
  return run.end_date_utc !== null && run.end_date_utc !== run.start_date_utc;
}

function turnRound(run: Row): Row {
  if (!isOver(run)) return run;
  return {
    ...run,
    start_date_utc: run.end_date_utc,
    start_date_in_milliseconds: run.end_date_in_milliseconds,
    end_date_utc: run.start_date_utc,
    end_date_in_milliseconds: run.start_date_in_milliseconds,
  };
}
