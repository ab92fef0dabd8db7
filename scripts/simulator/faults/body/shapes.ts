import { mapBody, mapItems, mapValue, replaceWith } from '../change.ts';
import { onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';

/** Objects and arrays of another type or structure. */
export const shapeFaults: readonly Fault[] = [
  {
    id: 'body-array-for-object',
    class: 'body',
    title: 'The list of targets is a bare array',
    apply: onSuccess(
      mapBody(({ items }) => items),
      'getRiverActivitiesTargets',
    ),
  },
  {
    id: 'body-empty-object',
    class: 'body',
    title: 'The statistics of the environment are an empty object',
    apply: onSuccess(replaceWith(200, {}), 'getActivitiesStatistic'),
  },
  {
    id: 'body-null-for-object',
    class: 'body',
    title: 'A single run is null',
    apply: onSuccess(replaceWith(200, null), 'getRiverActivitiesRun'),
  },
  {
    id: 'body-enveloped',
    class: 'body',
    title: 'The statistics of a river are wrapped in `data`',
    apply: onSuccess(
      mapBody((data) => ({ data })),
      'getRiverActivitiesStatistic',
    ),
  },
  {
    id: 'body-items-as-object',
    class: 'body',
    title: 'The items of the list of sub rivers are an object with numeric keys',
    apply: onSuccess(
      mapBody(mapValue('items', (items) => ({ ...toArray(items) }))),
      'getRiverActivitiesSubRivers',
    ),
  },
  {
    id: 'body-items-are-ids',
    class: 'body',
    title: 'Run groups are listed by their id alone',
    apply: onSuccess(
      mapItems(({ run_group_id }) => run_group_id),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'body-next-page-as-number',
    class: 'body',
    title: '`next_page` of the activities is a page number instead of an address',
    apply: onSuccess(
      mapBody((body) => ({ ...body, next_page: Number(body.page) + 1 })),
      'getActivities',
    ),
  },
];

function toArray(candidate: unknown): readonly unknown[] {
  return Array.isArray(candidate) ? candidate : [];
}
