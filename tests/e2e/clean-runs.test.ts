import { afterAll, expect, test } from 'vitest';
import type { Tier } from '../../scripts/cases/select.ts';
import { inProcessOptions } from '../../scripts/commands/faults/trial/trial.ts';
import { toTargets } from '../../scripts/config/targets.ts';
import { judge } from '../../scripts/judge/judge.ts';
import { runRegions } from '../../scripts/run/region.ts';
import { toSelection } from '../../scripts/suite/selection.ts';
import { light } from '../fixtures/light-runner.ts';
import { open, rivery, suiteOf } from '../fixtures/open.ts';
import { isDeep, sampleOf } from '../fixtures/sample.ts';
import { startLocal } from './local.ts';

const opened = await open(rivery);
const suite = await suiteOf(opened);

const ownZone = process.env.TZ;
afterAll(() => {
  if (ownZone === undefined) delete process.env.TZ;
  else process.env.TZ = ownZone;
});

/** Runs a tier against healthy regions whose history ends at a moment; their clock goes on from there. */
async function run(tier: Tier, seed: number, moment: number, endsIn?: number) {
  const begin = Date.now();
  const { simulator, env } = await startLocal({
    seed,
    clock: () => moment + Date.now() - begin,
    ...(endsIn !== undefined && { endsIn }),
  });
  const allowed = { tier, costs: true, unsafe: true, foreignTokens: true };
  const baseUrls = simulator.regions.map(({ name, url }) => `${name}=${url}`);
  const selection = toSelection(suite, allowed);
  const options = { regions: [], baseUrls, windowDays: 7, allowHttp: false, allowed };
  const targets = toTargets(opened.api, selection.cases, options, { env, now: moment });
  const how = { ...inProcessOptions, runner: isDeep ? inProcessOptions.runner : light };
  const records = await runRegions(selection, targets, how).finally(simulator.close);
  const { api, spec } = opened;
  const { redact } = inProcessOptions;
  const result = judge(records, { api, plan: suite.plan, strict: true, locate: spec.locate, redact });
  return { ...result, mistakes: simulator.mistakes() };
}

const clean = { verdict: 'passed', failed: 0, drift: 0, inconclusive: 0, flaky: 0, unreachable: 0 };

/** Requests that a tier may send at most. */
const most = { full: 120, smoke: 15 } as const;

const moments = [
  ['midday', '2026-01-19T12:00:00.000Z', 'UTC'],
  ['just before midnight', '2026-06-10T23:59:59.000Z', 'UTC'],
  ['midnight', '2026-06-11T00:00:00.000Z', 'UTC'],
  ['just after midnight', '2026-06-11T00:00:00.001Z', 'Asia/Kolkata'],
  ['the last second of a month', '2026-04-30T23:59:59.999Z', 'UTC'],
  ['the first day of a month', '2026-05-01T00:20:00.000Z', 'America/New_York'],
  ['before a leap day', '2028-02-28T23:59:58.500Z', 'UTC'],
  ['a leap day', '2028-02-29T09:30:15.250Z', 'Europe/Berlin'],
  ['after a leap day', '2028-03-01T00:00:00.500Z', 'UTC'],
  ['28 February of another year', '2027-02-28T23:59:59.000Z', 'Asia/Jerusalem'],
  ["New Year's Eve", '2026-12-31T23:59:58.000Z', 'UTC'],
  ['New Year', '2027-01-01T00:00:30.000Z', 'Pacific/Auckland'],
  ['New Year in a leap year', '2028-01-01T00:00:00.000Z', 'America/Los_Angeles'],
  ['Europe on the way to summer time', '2026-03-29T00:59:59.000Z', 'Europe/Berlin'],
  ['a window over that day', '2026-04-01T15:00:00.000Z', 'Europe/Berlin'],
  ['Europe on the way to winter time', '2026-10-25T00:59:59.000Z', 'Europe/London'],
  ['America on the way to summer time', '2026-03-08T06:59:59.000Z', 'America/New_York'],
  ['America on the way to winter time', '2026-11-01T05:59:59.000Z', 'America/New_York'],
  ['the end of 32-bit seconds', '2038-01-19T03:14:07.000Z', 'UTC'],
  ['a day with a date of one digit', '2026-09-09T09:09:09.009Z', 'Australia/Lord_Howe'],
].map(([name, moment, zone], index) => [index + 1, name, moment, zone] as const);

test.each(sampleOf(moments, 4))(
  'a healthy API is clean: seed %i, %s, %s in %s',
  async (seed, _, moment = '', zone) => {
    process.env.TZ = zone;
    // The small tier asks nothing that the other one does not: every fifth time will do.
    for (const tier of seed % 5 === 0 ? (['full', 'smoke'] as const) : (['full'] as const)) {
      const { findings, parity, mistakes, regions, exitCode } = await run(tier, seed, Date.parse(moment));
      expect({ tier, findings, parity, mistakes }).toEqual({ tier, findings: [], parity: [], mistakes: [] });
      expect(regions).toMatchObject({ us: clean, eu: clean });
      expect(exitCode).toBe(0);
      for (const { requests } of Object.values(regions)) expect(requests).toBeLessThanOrEqual(most[tier]);
    }
  },
  90_000,
);

test.each(sampleOf([500, 1000, 1500, 2500, 4000], 1))(
  'so is one whose runs end while it is asked, from %i ms on',
  async (endsIn) => {
    const moment = Date.parse('2026-01-19T12:00:00.000Z');
    const { findings, parity, regions, exitCode } = await run('full', endsIn, moment, endsIn);
    expect({ findings, parity }).toEqual({ findings: [], parity: [] });
    expect(regions).toMatchObject({ us: clean, eu: clean });
    expect(exitCode).toBe(0);
  },
  90_000,
);
