/**
 * What the sandbox scripts of the contract collection add to a request, over newman without tests, as a ratio to
 * what tests in Portman's shape add: status, content type, JSON body and the schema inline, one ajv 6 test each.
 * All variants run in turn in one process, against the simulator; the minimum of the rounds is compared.
 */
import { readFileSync } from 'node:fs';
import { load } from '../../scripts/openapi/load/load.ts';
import type { ItemRun } from '../../scripts/run/job.ts';
import { runCollection } from '../../scripts/run/newman.ts';
import { startSimulator } from '../../scripts/simulator/simulator.ts';
import { type Collection, portmanLike, stripped } from './variants.ts';

const rounds = 8;
const { spec } = await load('spec/rivery.openapi.yaml');
if (spec === undefined) throw new Error('The description does not load.');
const simulator = await startSimulator({ document: spec.bundle, regions: ['us'] });
const [region] = simulator.regions;
if (region === undefined) throw new Error('The simulator has no region.');

const contract: Collection = JSON.parse(
  readFileSync('collections/rivery.contract.postman_collection.json', 'utf8'),
);
const reads = { ...contract, item: contract.item.slice(1) };
const variants = { 'no tests': stripped(reads), 'Portman-like': portmanLike(reads, spec), ours: reads };
const variables = { ...region.variables, 'base-url': region.url, 'run-base-url': region.url };
const best: Record<string, number> = {};

for (let round = 0; round < rounds; round += 1) {
  for (const [name, collection] of Object.entries(variants)) {
    let requests = 0;
    const start = performance.now();
    const window = { start_date: '2000-01-01T00:00:00', end_date: '2100-01-01T00:00:00' };
    const job = {
      collection,
      variables: { ...variables, ...window },
      delayMs: 0,
      timeoutMs: 10_000,
      bail: false,
    };
    const onItem = ({ status }: ItemRun): void => {
      if (status !== undefined) requests += 1;
    };
    await runCollection(job, { onItem, onWaiting: () => undefined });
    best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, (performance.now() - start) / requests);
  }
}
await simulator.close();

const floor = best['no tests'] ?? 0;
for (const [name, ms] of Object.entries(best)) {
  console.log(`${name.padEnd(14)} ${ms.toFixed(2)} ms a request, ${(ms - floor).toFixed(2)} over none`);
}
const ratio = ((best.ours ?? 0) - floor) / ((best['Portman-like'] ?? 0) - floor);
console.log(`ours adds ${ratio.toFixed(2)} of what Portman-like tests add (the goal: at most 0.67)`);
process.exitCode = ratio <= 0.67 ? 0 : 1;
