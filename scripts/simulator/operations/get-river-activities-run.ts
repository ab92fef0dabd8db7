import { v1 } from '../errors.ts';
import { ok } from '../response.ts';
import { forRiver } from './for-river.ts';
import { toRunItem } from './run-item.ts';

/** One run of the river; 404 if the river has no such run. */
export const getRiverActivitiesRun = forRiver(({ runs }, { path }) => {
  const id = path.run_id ?? '';
  const run = runs.find((candidate) => candidate.id === id);
  return run === undefined ? v1.refused(404, `Run ${id} was not found`) : ok(toRunItem(run));
});
