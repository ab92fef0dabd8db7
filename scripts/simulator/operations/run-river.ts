import { legacy } from '../errors.ts';
import type { OperationRequest } from '../request.ts';
import { ok, type SimulatedResponse } from '../response.ts';
import { objectId } from '../world/ids.ts';
import type { SimulatorContext } from '../world/world.ts';

/** Starts a river or sub river: 404 if it does not exist, 429 if the river or the user started too often. */
export function runRiver(world: SimulatorContext, { body, token }: OperationRequest): SimulatedResponse {
  const id = riverIdIn(body);
  const found = world.startable(id);
  if (found === undefined) return legacy.refused(404, `River ${id} was not found`);
  const limited = world.startLimits.take(found.river.crossId, token);
  if (limited !== undefined) return legacy.limited(limited.sentence, limited.wait);

  const busy = world.runs().some((run) => run.river === found.river && run.endedAt === null);
  const run = world.start(found);
  return ok({
    _id: objectId(run.id),
    run_id: run.id,
    river_id: id,
    account: world.accountId,
    run_insert_date: run.startedAt,
    run_update_date: run.startedAt,
    river_run_status: 'W',
    river_run_message: `River ${run.river.name} is waiting to run`,
    tasks_status: { task_status: 'W', task_status_message: 'Waiting' },
    ...(busy ? { message: 'The river is running already' } : {}),
  });
}

function riverIdIn(body: unknown): string {
  const has = typeof body === 'object' && body !== null && 'river_id' in body;
  return has ? String(body.river_id) : '';
}
