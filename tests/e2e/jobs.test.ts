import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { FaultName, FaultResult, Started } from '../../scripts/commands/faults/trial/trial.ts';
import { toTargets } from '../../scripts/config/targets.ts';
import { toSelection } from '../../scripts/suite/selection.ts';
import { faults } from '../fixtures/jobs/faults/faults.ts';
import { startJobs } from '../fixtures/jobs/jobs.ts';
import { light } from '../fixtures/light-runner.ts';
import { open, suiteOf } from '../fixtures/open.ts';
import { isDeep, sampleOf } from '../fixtures/sample.ts';

vi.hoisted(() => {
  // Files before this one have loaded the module that is mocked here.
  vi.resetModules();
});

/** newman itself is compared with it in light-runner.test.ts, and runs all faults in `npm run deep`. */
vi.mock(import('../../scripts/run/newman.ts'), async (original) =>
  isDeep ? original() : { ...(await original()), runHere: light },
);

// The files after this one must not get what is mocked here.
afterAll(() => {
  vi.resetModules();
});

const allowed = { tier: 'full', costs: true, unsafe: true, foreignTokens: true } as const;

const opening = open('tests/fixtures/jobs.openapi.yaml');
const builds = opening.then(suiteOf);

/** What every run has in common, and how a region is started, with a fault or without. */
async function prepare() {
  const { api } = await opening;
  const suite = await builds;
  const selection = toSelection(suite, allowed);
  const sent = selection.cases.filter((testCase) => !selection.skipped.has(testCase));
  const startAll = async (south: readonly string[], seed: number) => {
    const jobs = await startJobs({ regions: ['north', 'south'], seed, faults: { south } });
    const baseUrls = jobs.regions.map(({ name, url }) => `${name}=${url}`);
    const env = { CONTRACT_NORTH_API_KEY: 'local-north-key', CONTRACT_SOUTH_API_KEY: 'local-south-key' };
    const options = { regions: [], baseUrls, windowDays: 7, allowHttp: false, allowed };
    return { targets: toTargets(api, sent, options, { env, now: Date.now() }), close: () => jobs.close() };
  };
  const start = async (fault: FaultName | undefined, region: string): Promise<Started> => {
    const { targets, close } = await startAll(fault === undefined ? [] : [fault.id], 1);
    const target = targets.find(({ name }) => name === region);
    if (target === undefined) throw new Error(`no region ${region}`);
    return { target, close, changes: () => 1, mistakes: () => [] };
  };
  return { api, plan: suite.plan, selection, startAll, start };
}

/** Runs the whole suite against both regions, as strict as can be. */
async function run(seed: number) {
  const { runRegions } = await import('../../scripts/run/region.ts');
  const { judge } = await import('../../scripts/judge/judge.ts');
  const { inProcessOptions } = await import('../../scripts/commands/faults/trial/trial.ts');
  const { api, plan, selection, startAll } = await prepare();
  const { targets, close } = await startAll([], seed);
  const { spec } = await opening;
  const records = await runRegions(selection, targets, inProcessOptions).finally(close);
  return judge(records, { api, plan, strict: true, locate: spec.locate, redact: inProcessOptions.redact });
}

describe('a list API that nobody here has heard of', () => {
  test.each(sampleOf([1, 2, 3], 1))('keeps its contract (seed %i)', async (seed) => {
    const { exitCode, findings, parity, regions } = await run(seed);
    expect(findings).toEqual([]);
    expect(parity).toEqual([]);
    expect(exitCode).toBe(0);
    expect(regions.south?.requests).toBeLessThanOrEqual(120);
  });
});

describe('its faults, in one region', () => {
  const kills: FaultResult[] = [];
  beforeAll(async () => {
    const { selection, start } = await prepare();
    const { runRegion } = await import('../../scripts/run/region.ts');
    const { judgeCases } = await import('../../scripts/judge/case-result.ts');
    const { inProcessOptions, tryFault } = await import('../../scripts/commands/faults/trial/trial.ts');
    const { target, close } = await start(undefined, 'north');
    const cases = judgeCases(await runRegion(target, selection, inProcessOptions).finally(close));
    const { api } = await opening;
    const healthy = { operations: api.operations, target, cases };
    const ending = { ...selection, bail: true };
    for (const fault of sampleOf(faults, 20))
      kills.push(await tryFault(fault, ending, healthy, (one) => start(one, 'south')));
  }, 600_000);

  const classes = isDeep ? ['body', 'protocol', 'negative', 'semantic', 'region'] : ['a sample'];
  test.each(classes)('of %s, 95 percent are found', (name) => {
    const own = kills.filter((kill) => !isDeep || kill.class === name);
    const missed = own.filter(({ caught }) => !caught);
    expect(own.length).toBeGreaterThan(10);
    expect(missed.length / own.length, missed.map(({ id }) => id).join()).toBeLessThanOrEqual(0.05);
  });
});
