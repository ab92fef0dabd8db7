import type { Io } from '../io/io.ts';
import type { Opened } from '../openapi/open-spec.ts';
import { bundle } from './checks/bundle.ts';
import { toContractCollection } from './postman/contract-collection.ts';
import { bundleTables, groupPerOperation, planOf, prepare } from './prepare.ts';
import type { Suite } from './selection.ts';

/** Builds the suite of a spec; `undefined` if a schema can't be compiled or a request can't be written. */
export async function buildSuite(opened: Opened, io: Io): Promise<Suite | undefined> {
  const { api } = opened;
  const sources = prepare(opened, io);
  if (sources === undefined) return undefined;
  const plan = planOf(opened, io);
  const byOperation = await bundleTables(groupPerOperation(api), sources);
  const collection = toContractCollection(api, plan.cases, { byOperation });
  return { plan, collection, runtime: await bundle(sources.runtime) };
}
