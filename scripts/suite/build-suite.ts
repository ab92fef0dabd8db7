import type { Io } from '../io/io.ts';
import type { Opened } from '../openapi/open-spec.ts';
import { bundleTables, prepare, singly } from './build-scripts.ts';
import { bundle } from './checks/bundle.ts';
import { planOf } from './plan-of.ts';
import { toContractCollection } from './postman/contract-collection.ts';
import type { Suite } from './selection.ts';

/** Makes a suite of a description; `undefined` when a schema can't be compiled, or a request not be written. */
export async function buildSuite(opened: Opened, io: Io): Promise<Suite | undefined> {
  const { api } = opened;
  const sources = prepare(opened, io);
  if (sources === undefined) return undefined;
  const plan = planOf(opened, io);
  const byOperation = await bundleTables(singly(api), sources);
  const collection = toContractCollection(api, plan.cases, { byOperation });
  return { plan, collection, runtime: await bundle(sources.runtime) };
}
