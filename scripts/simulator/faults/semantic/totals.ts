import { mapBody, mapItems, type Row } from '../change.ts';
import { onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';

/** Numbers that contradict other numbers. */
export const totalFaults: readonly Fault[] = [
  {
    id: 'semantic-units-and-rpu-differ',
    class: 'semantic',
    title: '`total_units` and `total_rpu` of the environment differ',
    apply: onSuccess(mapBody(add('total_rpu', 1)), 'getActivitiesStatistic'),
  },
  {
    id: 'semantic-statistic-does-not-sum',
    class: 'semantic',
    title: 'The units of the environment are not the sum over its activities',
    apply: onSuccess(mapBody(addUnits(2, 'total_units', 'total_rpu')), 'getActivitiesStatistic'),
  },
  {
    id: 'semantic-statistic-forgets-failed',
    class: 'semantic',
    title: 'The statistics of a river never count failed runs',
    apply: onSuccess(
      mapBody((body) => ({ ...body, failed: 0 })),
      'getRiverActivitiesStatistic',
    ),
  },
  {
    id: 'semantic-statistic-counts-twice',
    class: 'semantic',
    title: 'The statistics of a river count succeeded runs twice',
    apply: onSuccess(
      mapBody((body) => ({ ...body, succeeded: Number(body.succeeded) * 2 })),
      'getRiverActivitiesStatistic',
    ),
  },
  {
    id: 'semantic-activity-units-wrong',
    class: 'semantic',
    title: 'The first activity has one unit too many',
    apply: onSuccess(
      mapItems((item, index) => (index === 0 ? addUnits(1, 'units', 'rpu')(item) : item)),
      'getActivities',
    ),
  },
  {
    id: 'semantic-activity-count-wrong',
    class: 'semantic',
    title: 'Activities with failed runs count one too many',
    apply: onSuccess(
      mapItems((item) => (item.failed === 0 ? item : add('failed', 1)(item))),
      'getActivities',
    ),
  },
  {
    id: 'semantic-target-units-wrong',
    class: 'semantic',
    title: 'Targets have twice the units of their runs',
    apply: onSuccess(
      mapItems((item) => addUnits(Number(item.units), 'units', 'rpu')(item)),
      'getRiverActivitiesTargets',
    ),
  },
  {
    id: 'semantic-group-units-wrong',
    class: 'semantic',
    title: 'Run groups have a quarter of a unit more than their runs',
    apply: onSuccess(mapItems(addUnits(0.25, 'units', 'rpu')), 'getRiverActivitiesRunGroups'),
  },
];

function add(name: string, difference: number): (row: Row) => Row {
  return (row) => ({ ...row, [name]: Number(row[name]) + difference });
}

/** Adds to both names of the units, so that they stay equal. */
function addUnits(difference: number, first: string, second: string): (row: Row) => Row {
  return (row) => add(second, difference)(add(first, difference)(row));
}
