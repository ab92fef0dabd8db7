import { mapBody, mapItems, type Row } from '../change.ts';
import type { FaultTable } from '../fault.ts';

/** Numbers that contradict other numbers. */
export const totalFaults: FaultTable = {
  'semantic-units-and-rpu-differ': {
    title: '`total_units` and `total_rpu` of the environment differ',
    getActivitiesStatistic: mapBody(add('total_rpu', 1)),
  },
  'semantic-statistic-does-not-sum': {
    title: 'The units of the environment are not the sum over its activities',
    getActivitiesStatistic: mapBody(addUnits(2, 'total_units', 'total_rpu')),
  },
  'semantic-statistic-forgets-failed': {
    title: 'The statistics of a river never count failed runs',
    getRiverActivitiesStatistic: mapBody((body) => ({ ...body, failed: 0 })),
  },
  'semantic-statistic-counts-twice': {
    title: 'The statistics of a river count succeeded runs twice',
    getRiverActivitiesStatistic: mapBody((body) => ({ ...body, succeeded: Number(body.succeeded) * 2 })),
  },
  'semantic-activity-units-wrong': {
    title: 'The first activity has one unit too many',
    getActivities: mapItems((item, index) => (index === 0 ? addUnits(1, 'units', 'rpu')(item) : item)),
  },
  'semantic-activity-count-wrong': {
    title: 'Activities with failed runs count one too many',
    getActivities: mapItems((item) => (item.failed === 0 ? item : add('failed', 1)(item))),
  },
  'semantic-target-units-wrong': {
    title: 'Targets have twice the units of their runs',
    getRiverActivitiesTargets: mapItems((item) => addUnits(Number(item.units), 'units', 'rpu')(item)),
  },
  'semantic-group-units-wrong': {
    title: 'Run groups have a quarter of a unit more than their runs',
    getRiverActivitiesRunGroups: mapItems(addUnits(0.25, 'units', 'rpu')),
  },
};

function add(name: string, difference: number): (row: Row) => Row {
  return (row) => ({ ...row, [name]: Number(row[name]) + difference });
}

/** Adds to both names of the units, so that they stay equal. */
function addUnits(difference: number, first: string, second: string): (row: Row) => Row {
  return (row) => add(second, difference)(add(first, difference)(row));
}
