import type { SimulatedResponse } from '../answer.ts';
import { type Dialect, legacy, v1 } from '../errors.ts';
import type { OperationRequest } from '../request.ts';
import type { SimulatorContext } from '../world/world.ts';
import { getActivities } from './get-activities.ts';
import { getActivitiesStatistic } from './get-activities-statistic.ts';
import { getRiverActivitiesRun } from './get-river-activities-run.ts';
import { getRiverActivitiesRunGroups } from './get-river-activities-run-groups.ts';
import { getRiverActivitiesRuns } from './get-river-activities-runs.ts';
import { getRiverActivitiesStatistic } from './get-river-activities-statistic.ts';
import { getRiverActivitiesSubRivers } from './get-river-activities-sub-rivers.ts';
import { getRiverActivitiesTargets } from './get-river-activities-targets.ts';
import { runRiver } from './run-river.ts';

/** How an operation answers a valid request of a caller who may make it, and in which words it refuses others. */
export type SimulatedOperation = {
  readonly dialect: Dialect;
  readonly answer: (world: SimulatorContext, request: OperationRequest) => SimulatedResponse;
};

/** Every operation that the simulator implements, by `operationId`. */
export const operations: Readonly<Record<string, SimulatedOperation>> = {
  runRiver: { dialect: legacy, answer: runRiver },
  getActivitiesStatistic: { dialect: v1, answer: getActivitiesStatistic },
  getRiverActivitiesStatistic: { dialect: v1, answer: getRiverActivitiesStatistic },
  getRiverActivitiesTargets: { dialect: v1, answer: getRiverActivitiesTargets },
  getRiverActivitiesRunGroups: { dialect: v1, answer: getRiverActivitiesRunGroups },
  getRiverActivitiesSubRivers: { dialect: v1, answer: getRiverActivitiesSubRivers },
  getRiverActivitiesRuns: { dialect: v1, answer: getRiverActivitiesRuns },
  getRiverActivitiesRun: { dialect: v1, answer: getRiverActivitiesRun },
  getActivities: { dialect: v1, answer: getActivities },
};
