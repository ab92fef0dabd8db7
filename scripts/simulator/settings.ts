import type { OpenAPIV3_1 } from 'openapi-types';
import { tokens } from './auth.ts';
import { operations } from './operations/operations.ts';
import { listOperations } from './routes.ts';
import { exemplaryStart, historicRunId } from './world/history.ts';
import { numberFrom } from './world/ids.ts';
import { crossId, mainRiver } from './world/river.ts';
import { accountAndEnvironment } from './world/world.ts';

/** What a client needs to know of a simulated region before it starts. */
type LocalSettings = { readonly port: number; readonly variables: Readonly<Record<string, string>> };

const firstPort = 4010;
const orderedRegions: readonly string[] = ['us', 'eu', 'au', 'il'];

/** The port and variables of a region. They are always the same, and all ids exist in its seeded data. */
export function localSettings(region: string): LocalSettings {
  const { accountId, environmentId } = accountAndEnvironment(region);
  return {
    port: portOf(region),
    variables: {
      token: tokens(region).full,
      account_id: accountId,
      environment_id: environmentId,
      river_id: crossId(region, mainRiver),
      run_id: historicRunId(region, mainRiver, exemplaryStart, 0),
    },
  };
}

/** Whether the simulator implements every operation of the spec, by `operationId`. */
export function canSimulate(document: OpenAPIV3_1.Document): boolean {
  return unknownOperations(document).length === 0;
}

/** The operations of the spec that the simulator does not implement. */
export function unknownOperations(document: OpenAPIV3_1.Document): string[] {
  const ids = listOperations(document).map(({ operationId }) => operationId);
  return ids.filter((id) => !Object.hasOwn(operations, id));
}

/** Other regions get one of a thousand ports, derived from their name. */
function portOf(region: string): number {
  const index = orderedRegions.indexOf(region);
  return firstPort + (index >= 0 ? index : orderedRegions.length + (numberFrom(region) % 1000));
}
