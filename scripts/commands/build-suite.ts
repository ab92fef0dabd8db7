import { bundle } from '../bundle/bundle.ts';
import type { Plan } from '../cases/plan.ts';
import { toContractCollection } from '../postman/contract-collection.ts';
import type { Selection } from '../run/region.ts';
import { bundleTables, prepare, singly } from './build-scripts.ts';
import type { Io } from './io.ts';
import type { Opened } from './open-spec.ts';
import { planOf } from './plan-of.ts';

/** What a run sends: the collection for CI, but for what its checks share. */
export type Suite = Pick<Selection, 'collection' | 'runtime'> & { readonly plan: Plan };

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
