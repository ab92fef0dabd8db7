import { instead, mapBody, mapItems, value } from '../change.ts';
import type { Fault } from '../fault.ts';
import { onSuccess } from '../when.ts';

/** Objects and arrays that are something else. */
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
    apply: onSuccess(instead(200, {}), 'getActivitiesStatistic'),
  },
  {
    id: 'body-null-for-object',
    class: 'body',
    title: 'A single run is null',
    apply: onSuccess(instead(200, null), 'getRiverActivitiesRun'),
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
    title: 'The items of the list of sub rivers are an object with numbers for keys',
    apply: onSuccess(
      mapBody(value('items', (items) => ({ ...toArray(items) }))),
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
    title: 'Activities give the number of the next page, not its address',
    apply: onSuccess(
      mapBody((body) => ({ ...body, next_page: Number(body.page) + 1 })),
      'getActivities',
    ),
  },
];

function toArray(candidate: unknown): readonly unknown[] {
  return Array.isArray(candidate) ? candidate : [];
}
