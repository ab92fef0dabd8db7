import { expect, test } from 'vitest';
import { toRunGroups } from '../../scripts/simulator/operations/run-group.ts';
import { seedRivers } from '../../scripts/simulator/world/river.ts';
import { nothingMoved, type Run, type RunStatus } from '../../scripts/simulator/world/run.ts';

const [river] = seedRivers('us');

/** Runs of one group that start a second apart; those that have an end took one minute, two minutes and so on. */
function runsOf(statuses: readonly RunStatus[]): readonly Run[] {
  return statuses.flatMap((status, position) => {
    const table = river?.tables[0];
    if (river === undefined || table === undefined) return [];
    const startedAt = 1000 * position;
    const live = status === 'pending' || status === 'running';
    const endedAt = live ? null : startedAt + 60_000 * (position + 1);
    return [
      {
        id: `${position}`,
        groupId: 'g',
        river,
        table,
        startedAt,
        status,
        endedAt,
        error: null,
        moved: nothingMoved,
      },
    ];
  });
}

test.each<readonly [readonly RunStatus[], string, number | null]>([
  [['succeeded'], 'succeeded', 60_000],
  [['succeeded', 'succeeded'], 'succeeded', 120_000],
  [['succeeded', 'failed'], 'partially succeeded', 120_000],
  [['skipped', 'succeeded', 'canceled'], 'partially succeeded', 180_000],
  [['canceled', 'failed'], 'failed', 120_000],
  [['skipped', 'canceled'], 'canceled', 120_000],
  [['pending', 'pending'], 'pending', null],
  [['pending', 'running'], 'running', null],
  [['succeeded', 'pending'], 'running', null],
  [['failed', 'running'], 'running', null],
])('%j make a group that is %s', (statuses, status, longest) => {
  expect(toRunGroups(runsOf(statuses))).toEqual([{ id: 'g', status, units: 0, startedAt: 0, longest }]);
});
