import { mapBody, mapItems, type Row } from '../change.ts';
import type { Fault } from '../fault.ts';
import { onSuccess } from '../when.ts';

/** Numbers that contradict others. */
export const totalFaults: readonly Fault[] = [
  {
    id: 'semantic-units-and-rpu-differ',
    class: 'semantic',
    title: 'The two names of the units of the environment have two values',
    apply: onSuccess(mapBody(add('total_rpu', 1)), 'getActivitiesStatistic'),
  },
  {
    id: 'semantic-statistic-does-not-sum',
    class: 'semantic',
    title: 'The units of the environment are not those of its activities',
    apply: onSuccess(mapBody(addUnits(2, 'total_units', 'total_rpu')), 'getActivitiesStatistic'),
  },
  {
    id: 'semantic-statistic-forgets-failed',
    class: 'semantic',
    title: 'The statistics of a river count no failed runs, though it has some',
    apply: onSuccess(
      mapBody((body) => ({ ...body, failed: 0 })),
      'getRiverActivitiesStatistic',
    ),
  },
  {
    id: 'semantic-statistic-counts-twice',
    class: 'semantic',
    title: 'The statistics of a river count every run that succeeded twice',
    apply: onSuccess(
      mapBody((body) => ({ ...body, succeeded: Number(body.succeeded) * 2 })),
      'getRiverActivitiesStatistic',
    ),
  },
  {
    id: 'semantic-activity-units-wrong',
    class: 'semantic',
    title: 'The first of the activities has a unit too many',
    apply: onSuccess(
      mapItems((item, index) => (index === 0 ? addUnits(1, 'units', 'rpu')(item) : item)),
      'getActivities',
    ),
  },
  {
    id: 'semantic-activity-count-wrong',
    class: 'semantic',
    title: 'The activities count one failed run too many for each river that has any',
    apply: onSuccess(
      mapItems((item) => (item.failed === 0 ? item : add('failed', 1)(item))),
      'getActivities',
    ),
  },
  {
    id: 'semantic-target-units-wrong',
    class: 'semantic',
    title: 'The targets have twice the units that their runs have',
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

/** Both names of the units stay equal. */
function addUnits(difference: number, first: string, second: string): (row: Row) => Row {
  return (row) => add(second, difference)(add(first, difference)(row));
}
