import { mapBody, mapItems, mapValue, replaceWith } from '../change.ts';
import type { FaultTable } from '../fault.ts';

/** Objects and arrays of another type or structure. */
export const shapeFaults: FaultTable = {
  'body-array-for-object': {
    title: 'The list of targets is a bare array',
    getRiverActivitiesTargets: mapBody(({ items }) => items),
  },
  'body-empty-object': {
    title: 'The statistics of the environment are an empty object',
    getActivitiesStatistic: replaceWith(200, {}),
  },
  'body-null-for-object': {
    title: 'A single run is null',
    getRiverActivitiesRun: replaceWith(200, null),
  },
  'body-enveloped': {
    title: 'The statistics of a river are wrapped in `data`',
    getRiverActivitiesStatistic: mapBody((data) => ({ data })),
  },
  'body-items-as-object': {
    title: 'The items of the list of sub rivers are an object with numeric keys',
    getRiverActivitiesSubRivers: mapBody(mapValue('items', (items) => ({ ...toArray(items) }))),
  },
  'body-items-are-ids': {
    title: 'Run groups are listed by their id alone',
    getRiverActivitiesRunGroups: mapItems(({ run_group_id }) => run_group_id),
  },
  'body-next-page-as-number': {
    title: '`next_page` of the activities is a page number instead of an address',
    getActivities: mapBody((body) => ({ ...body, next_page: Number(body.page) + 1 })),
  },
};

function toArray(candidate: unknown): readonly unknown[] {
  return Array.isArray(candidate) ? candidate : [];
}
