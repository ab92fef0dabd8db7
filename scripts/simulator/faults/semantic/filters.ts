import { itemsOf, type Row, withItems } from '../change.ts';
import { ifQuery } from '../conditions.ts';
import type { FaultChange, FaultTable } from '../fault.ts';
import { asIfQuery, respondWithQuery } from '../other-requests.ts';

/** Filters and time windows that the region ignores or gets wrong. */
export const filterFaults: FaultTable = {
  'semantic-status-ignored': {
    title: 'The filter `status` has no effect',
    200: ignored('status'),
  },
  'semantic-group-ignored': {
    title: 'The activities ignore `group_id`',
    getActivities: ignored('group_id'),
  },
  'semantic-scheduled-ignored': {
    title: 'The activities ignore `is_scheduled`',
    getActivities: ignored('is_scheduled'),
  },
  'semantic-search-ignored': {
    title: 'The activities ignore `search`',
    getActivities: ignored('search'),
  },
  'semantic-type-ignored': {
    title: 'The activities ignore `river_type`',
    getActivities: ignored('river_type'),
  },
  'semantic-target-ignored': {
    title: 'The runs ignore `target_name`',
    getRiverActivitiesRuns: ignored('target_name'),
  },
  'semantic-sub-river-ignored': {
    title: 'The runs ignore `sub_river_id`',
    getRiverActivitiesRuns: ignored('sub_river_id'),
  },
  'semantic-run-group-ignored': {
    title: 'The runs ignore `run_group_id`',
    getRiverActivitiesRuns: ignored('run_group_id'),
  },
  'semantic-status-lets-one-through': {
    title: 'Run groups filtered by status contain one of another status',
    getRiverActivitiesRunGroups: ifQuery('status', withOneUnmatched('status')),
  },
  'semantic-scheduled-lets-one-through': {
    title: 'Activities filtered by schedule contain one that does not match',
    getActivities: ifQuery('is_scheduled', withOneUnmatched('is_scheduled')),
  },
  'semantic-status-swapped': {
    title: 'The run groups return canceled ones for `status=failed`',
    getRiverActivitiesRunGroups: ifQuery('status', asIfQuery({ status: 'canceled' }), 'failed'),
  },
  'semantic-succeed-finds-nothing': {
    title: 'The run groups find nothing for `status=succeed`',
    getRiverActivitiesRunGroups: ifQuery('status', asIfQuery({ status: 'nothing' }), 'succeed'),
  },
  'semantic-type-swapped': {
    title: 'The activities return logic rivers for `river_type=actions`',
    getActivities: ifQuery('river_type', asIfQuery({ river_type: 'logic' }), 'actions'),
  },
  'semantic-start-ignored': {
    title: 'The runs ignore `start_time`',
    getRiverActivitiesRuns: asIfQuery({ start_time: undefined }),
  },
  'semantic-end-ignored': {
    title: 'The run groups ignore `end_time`',
    getRiverActivitiesRunGroups: asIfQuery({ end_time: undefined }),
  },
  'semantic-window-ignored': {
    title: 'The statistics of the environment ignore the time window',
    getActivitiesStatistic: asIfQuery({ start_time: undefined, end_time: undefined }),
  },
};

function ignored(name: string): FaultChange {
  return ifQuery(name, asIfQuery({ [name]: undefined }));
}

/** Replaces the last item with the first that does not match the filter. */
function withOneUnmatched(name: string): FaultChange {
  return (response, exchange) => {
    const kept = itemsOf(response);
    const whole = { page: undefined, items_per_page: 200 };
    const ids = new Set(itemsOf(respondWithQuery(exchange, whole)).map(idOf));
    const all = itemsOf(respondWithQuery(exchange, { ...whole, [name]: undefined }));
    const unmatched = all.find((item) => !ids.has(idOf(item)));
    if (unmatched === undefined || kept.length === 0) return response;
    return withItems(response, [...kept.slice(0, -1), unmatched]);
  };
}

function idOf({ run_group_id, cross_id }: Row): unknown {
  return run_group_id ?? cross_id;
}
