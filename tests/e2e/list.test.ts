import { beforeAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../scripts/model/run-result.ts';
import type { Listed, Listing } from '../../scripts/report/listing.ts';
import { startJobs } from '../fixtures/jobs/jobs.ts';
import { open } from '../fixtures/open.ts';
import { runSuite, simulateSuite } from '../fixtures/run.ts';
import { call } from './call.ts';

const jobsFile = 'tests/fixtures/jobs.openapi.yaml';
const jobsSpec = ['--spec', jobsFile];

async function list(...args: readonly string[]): Promise<Listing> {
  const { code, out, err } = await call(['contract', '--list', '--json', ...args]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

async function runJobs(seed: number): Promise<RunResult> {
  const jobs = await startJobs({ regions: ['north', 'south'], seed });
  const baseUrls = jobs.regions.map(({ name, url }) => `${name}=${url}`);
  const env = { CONTRACT_NORTH_API_KEY: 'local-north-key', CONTRACT_SOUTH_API_KEY: 'local-south-key' };
  const opened = await open(jobsFile);
  return runSuite(opened, { baseUrls, env, unsafe: true }).finally(() => jobs.close());
}

describe.each([
  { name: 'the simulator', args: ['--simulate'], start: () => simulateSuite(['us', 'eu']) },
  {
    name: 'the simulator, smoke',
    args: ['--simulate', '--tier', 'smoke'],
    start: () => simulateSuite(['us', 'eu'], 'smoke'),
  },
  {
    name: 'another API',
    args: [...jobsSpec, '--allow-unsafe', '--try-foreign-tokens'],
    start: () => runJobs(1),
  },
])('what is listed is what $name is sent', ({ args, start }) => {
  let listing: Listing;
  let result: RunResult;
  beforeAll(async () => {
    listing = await list(...args);
    result = await start();
    expect(result.exitCode).toBe(0);
  }, 60_000);

  const answersTo = (request: Listed) =>
    result.cases.filter((one) => one.operationId === request.operationId && one.case === request.case);

  test('each request, and each that is not sent with the same reason', () => {
    for (const request of listing.requests) {
      const reasons = answersTo(request).map(({ verdict, reason }) => verdict === 'skipped' && reason);
      const wanted = request.skipped ?? false;
      expect(reasons, request.case).toEqual([wanted, wanted]);
    }
    expect(result.cases).toHaveLength(2 * listing.requests.length);
  });

  test('every check without a condition is made, with one it may be, and no other is', () => {
    for (const request of listing.requests.filter(({ skipped }) => skipped === undefined)) {
      const always = request.checks.flatMap((one) => (isOpen(one) ? [] : one.check));
      const all = request.checks.map(({ check }) => check);
      for (const { outcomes, operationId, region } of answersTo(request)) {
        const made = outcomes.map(({ check }) => check);
        const where = `${operationId} ${request.case} in ${region}`;
        expect(made, where).toEqual(expect.arrayContaining(always));
        expect(all, where).toEqual(expect.arrayContaining(made));
      }
    }
  });

  // `detail` is the exception: the last item of a list has a case of its own, where it is sure.
  test('no condition is there that nothing ever meets', () => {
    const open = listing.requests.flatMap((request) =>
      request.checks.filter(isOpen).map(({ check }) => ({ check, answers: answersTo(request) })),
    );
    const met = open.filter(({ check, answers }) =>
      answers.some(({ outcomes }) => outcomes.some((outcome) => outcome.check === check)),
    );
    const names = (some: typeof open) => new Set(some.map(({ check }) => check));
    expect(names([...met, ...open.filter(({ check }) => check === 'detail')])).toEqual(names(open));
  });

  test('the total is what was sent', () => {
    const { requests, skipped } = listing.tiers[listing.tier];
    const verdicts = result.cases.map(({ verdict }) => verdict);
    expect(2 * skipped).toBe(verdicts.filter((verdict) => verdict === 'skipped').length);
    expect(2 * (requests + skipped)).toBe(verdicts.length);
  });
});

function isOpen({ if: condition }: Listed['checks'][number]): boolean {
  return condition !== undefined;
}

test('what has a price, and what might change something, is sent only where it is allowed', async () => {
  const reasons = async (...args: readonly string[]) => {
    const { requests } = await list(...args);
    return new Set(requests.flatMap(({ skipped }) => skipped ?? []));
  };
  const price = 'it costs money: sent only with --allow-run';
  const unsafe = 'it might change something: sent only with --allow-unsafe';
  const foreign = 'it sends the token of another region: sent only with --try-foreign-tokens';
  expect(await reasons()).toEqual(new Set([price, unsafe, foreign]));
  expect(await reasons('--allow-run')).toEqual(new Set([unsafe, foreign]));
  expect(await reasons('--allow-unsafe')).toEqual(new Set([price, foreign]));
  expect(await reasons('--try-foreign-tokens')).toEqual(new Set([price, unsafe]));
  expect(await reasons('--simulate')).toEqual(new Set());
});

test('the text has every case, spared ones too, and fits the terminal', async () => {
  const { code, out, err } = await call(['contract', '--list']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const words = new Set(out.split(/[\s,:()]+/));
  const { requests, spared, unprovoked } = await list();
  const names = [...requests, ...spared].map((one) => one.case.split(' ')[0] ?? '');
  expect(names.filter((name) => !words.has(name))).toEqual([]);
  expect(unprovoked.filter(({ operationId }) => !words.has(operationId))).toEqual([]);
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('--json without --list is refused', async () => {
  const { code, out, err } = await call(['contract', '--simulate', '--json']);
  expect(code).toBe(3);
  expect(err).toBe(
    'error: --json works only with --list. For the result of a run as JSON, use --report-dir DIR.',
  );
  expect(out).toBe('');
});
