import { type Dialect, legacy, v1 } from '../errors.ts';
import type { OperationRequest } from '../request.ts';
import type { SimulatedResponse } from '../response.ts';
import type { SimulatorContext } from '../world/world.ts';
import { getActivities } from './get-activities.ts';
import { getRiverActivitiesRunGroups } from './get-river-activities-run-groups.ts';
import { getRiverActivitiesRun, getRiverActivitiesRuns } from './get-river-activities-runs.ts';
import { getRiverActivitiesSubRivers } from './get-river-activities-sub-rivers.ts';
import { getRiverActivitiesTargets } from './get-river-activities-targets.ts';
import { runRiver } from './run-river.ts';
import { getActivitiesStatistic, getRiverActivitiesStatistic } from './statistics.ts';

/** The response of an operation to a valid and authorized request, and the form of its error responses. */
export type SimulatedOperation = {
  readonly dialect: Dialect;
  readonly respond: (world: SimulatorContext, request: OperationRequest) => SimulatedResponse;
};

/** Every operation that the simulator implements, by `operationId`. */
export const operations = {
  runRiver: { dialect: legacy, respond: runRiver },
  getActivitiesStatistic: { dialect: v1, respond: getActivitiesStatistic },
  getRiverActivitiesStatistic: { dialect: v1, respond: getRiverActivitiesStatistic },
  getRiverActivitiesTargets: { dialect: v1, respond: getRiverActivitiesTargets },
  getRiverActivitiesRunGroups: { dialect: v1, respond: getRiverActivitiesRunGroups },
  getRiverActivitiesSubRivers: { dialect: v1, respond: getRiverActivitiesSubRivers },
  getRiverActivitiesRuns: { dialect: v1, respond: getRiverActivitiesRuns },
  getRiverActivitiesRun: { dialect: v1, respond: getRiverActivitiesRun },
  getActivities: { dialect: v1, respond: getActivities },
} satisfies Readonly<Record<string, SimulatedOperation>>;
