import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hereAndFast } from '../fixtures/run-here.ts';
import { sampleOf } from '../fixtures/sample.ts';
import { runContract as run, runWithFaults } from './contract-run.ts';
import { type Local, startLocal } from './local.ts';

describe('regions that keep the contract', () => {
  let local: Local;
  beforeAll(async () => {
    local = await startLocal();
  });
  afterAll(() => local.simulator.close());

  test('both are judged in all nine operations, and the simulator made no mistake', async () => {
    const { code, result, summary, out } = await run(
      local,
      [...local.baseUrls, '--allow-run'],
      local.env,
      hereAndFast,
    );
    expect(result.findings).toEqual([]);
    expect(code).toBe(0);
    expect(summary).toMatch(/^## ✅ /);
    expect(out).not.toContain('::');
    expect(result.coverage.operations).toEqual({ documented: 9, judged: 9 });
    for (const region of ['us', 'eu']) {
      const judged = result.cases.filter((one) => one.region === region && one.verdict === 'passed');
      expect(new Set(judged.map(({ operationId }) => operationId)).size).toBe(9);
    }
    expect(local.simulator.mistakes()).toEqual([]);
  });

  test('what has a price is not sent unless it is allowed', async () => {
    const { code, result, out } = await run(local, [...local.baseUrls, '--tier', 'smoke']);
    expect(code).toBe(0);
    const runs = result.cases.filter(({ operationId }) => operationId === 'runRiver');
    expect(runs.map(({ verdict }) => verdict)).toEqual(runs.map(() => 'skipped'));
    expect(runs).toContainEqual(
      expect.objectContaining({ reason: expect.stringMatching(/^it costs money/) }),
    );
    expect(out).toContain('--allow-run');
  });

  test('a region that nobody answers for gives 4, and the other one is still judged', async () => {
    const { code, result } = await run(local, [
      ...local.baseUrls.slice(0, 2),
      '--base-url',
      'eu=http://127.0.0.1:1',
      '--tier',
      'smoke',
    ]);
    expect(code).toBe(4);
    expect(result.regions.eu).toMatchObject({ verdict: 'unreachable', checks: 0 });
    expect(result.regions.us).toMatchObject({ verdict: 'passed', failed: 0 });
    expect(result.regions.us?.checks).toBeGreaterThan(100);
  });

  test('a window in which nothing ran is not green: no response shows what filters do', async () => {
    const window = {
      RIVERY_US_START_DATE: '2020-01-12T12:00:00',
      RIVERY_US_END_DATE: '2020-01-12T12:00:01',
    };
    const { code, result } = await run(local, local.baseUrls, { ...local.env, ...window });
    expect(code).toBe(4);
    expect(result.regions).toMatchObject({
      us: { verdict: 'inconclusive', failed: 0 },
      eu: { verdict: 'passed' },
    });
    const unverified = result.findings.filter(({ message }) => message.startsWith('no response shows'));
    expect(unverified.map(({ pointer }) => pointer)).toContainEqual(
      expect.stringMatching(/get\/x-contract\/list\/filters\/status$/),
    );
    expect(new Set(unverified.map(({ pointer }) => pointer)).size).toBe(unverified.length);
  });

  test('what no list shows an id for is not sent, and each case of it says why', async () => {
    const { RIVERY_US_RUN_ID: _, ...others } = local.env;
    const window = {
      RIVERY_US_START_DATE: '2020-01-12T12:00:00',
      RIVERY_US_END_DATE: '2020-01-12T12:00:01',
    };
    const { code, result } = await run(local, [...local.baseUrls.slice(0, 2), '--region', 'us'], {
      ...others,
      ...window,
    });
    expect(code).toBe(4);
    const unsent = result.cases.filter(({ operationId, status, verdict }) => {
      return operationId === 'getRiverActivitiesRun' && status === undefined && verdict !== 'skipped';
    });
    expect(unsent.length).toBeGreaterThan(1);
    for (const { reason } of unsent)
      expect(reason).toMatch(/`run_id` is not set, and getRiverActivitiesRuns has shown none/);
  });

  test('less covered than the floor gives 1, and says so', async () => {
    const floored = (percent: string) =>
      run(local, [...local.baseUrls, '--tier', 'smoke', '--coverage-floor', percent]);
    const { code, result, out } = await floored('99');
    expect([code, result.exitCode, result.coverage.floor, result.findings]).toEqual([1, 1, 99, []]);
    expect(out).toContain('The contract is kept in us and eu: ');
    expect(out).toMatch(/Coverage\s+is\s+too\s+low:\s+[\d.]+ %,\s+and\s+the\s+floor\s+is\s+99\s+%\.$/);
    expect((await floored(String(result.coverage.percent))).code).toBe(0);
  });

  test.each([
    ['a token that nobody has', 'no-such-token'],
    ["the other region's token", 'local-us-token-with-every-scope'],
  ])('%s gives 4 and says so', async (_, token) => {
    const { code, result, out } = await run(local, [...local.baseUrls, '--tier', 'smoke'], {
      ...local.env,
      RIVERY_EU_TOKEN: token,
    });
    expect(code).toBe(4);
    expect(result.regions.eu).toMatchObject({ verdict: 'inconclusive', failed: 0 });
    expect(result.regions.us?.verdict).toBe('passed');
    expect(result.parity).toEqual([]);
    expect(out).toContain('the credentials are refused (401)');
  });

  test('no token stands in what is printed or written', async () => {
    const secret = 'a-token-that-is-refused-1234567890';
    const { out, err, result, junit, summary, html } = await run(
      local,
      [...local.baseUrls, '--tier', 'smoke'],
      {
        ...local.env,
        RIVERY_EU_TOKEN: secret,
        GITHUB_ACTIONS: 'true',
      },
    );
    for (const text of [out, err, JSON.stringify(result), junit, summary, html]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain('local-us-token');
    }
  });
});

test.each(['body-property-renamed', 'body-items-are-ids'])(
  'nothing else fails by what the schema check finds missing (%s)',
  async (fault) => {
    const { result } = await runWithFaults({ eu: [fault] });
    const broken = result.findings.filter(({ severity }) => severity === 'failed' || severity === 'drift');
    const others = broken.filter(({ check }) => check !== 'schema' && check !== 'undocumented');
    expect(broken.length).toBeGreaterThan(others.length);
    expect(others).toEqual([]);
    expect(result.findings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^(\d+) of \1 items have no \/run/),
    );
  },
);

/** Of the activities `is_multi` is text, which is drift and has nothing to do with the others. */
test.each(
  sampleOf(
    [
      ['body-next-page-never-sent', 'paging', /next_page/],
      ['body-optional-never-sent', 'filter', /is_scheduled/],
      ['body-optional-sometimes-sent', 'filter', /is_scheduled/],
    ],
    1,
  ),
)('an optional property that is missing counts beside drift (%s)', async (fault, check, what) => {
  const { code, result } = await runWithFaults({ eu: [fault, 'body-boolean-as-text'] });
  const told = result.findings.filter(({ operationId }) => operationId === 'getActivities');
  expect(told).toContainEqual(
    expect.objectContaining({
      check: 'schema',
      severity: 'drift',
      pointer: expect.stringMatching(/is_multi/),
    }),
  );
  expect(told).toContainEqual(
    expect.objectContaining({ check, severity: 'failed', message: expect.stringMatching(what) }),
  );
  expect(code).toBe(1);
});

describe('a region that is broken in one way', () => {
  const broken: readonly [string, string, string, RegExp][] = [
    ['body-property-renamed', 'getRiverActivitiesRuns', 'schema', /property `run_id`/],
    ['body-null-where-required', 'getRiverActivitiesRuns', 'schema', /expected/],
    ['protocol-206', 'getActivitiesStatistic', 'status', /206/],
    ['protocol-text-html', 'getActivitiesStatistic', 'media-type', /media type/],
    ['protocol-truncated-json', 'getActivitiesStatistic', 'json', /not strict JSON/],
    ['protocol-duplicate-key', 'getActivitiesStatistic', 'json', /twice/],
    ['negative-error-extra-field', 'getActivitiesStatistic', 'schema', /no property/],
    ['negative-404-as-200-null', 'getRiverActivitiesRun', 'schema', /expected type object/],
  ];
  test.each(sampleOf(broken, 3))('%s', async (fault, operationId, check, message) => {
    const local = await startLocal({ faults: { eu: [fault] } });
    const env = { ...local.env, GITHUB_ACTIONS: 'true' };
    const called = await run(local, local.baseUrls, env).finally(() => local.simulator.close());
    const { code, result, out, summary, html } = called;
    expect(code).toBe(1);
    const found = result.findings.find((one) => one.operationId === operationId && one.check === check);
    expect(found).toMatchObject({
      region: 'eu',
      severity: 'failed',
      message: expect.stringMatching(message),
    });
    expect(found?.specLocation).toMatch(/^spec\/rivery\.openapi\.yaml:\d+:\d+$/);
    expect(found?.curl).toContain('curl --include');
    expect(found?.curl).not.toContain('local-eu-token');
    expect(result.findings.filter(({ region }) => region === 'us')).toEqual([]);
    expect(result.regions.us?.verdict).toBe('passed');
    expect(out).toContain(operationId);
    expect(summary).toMatch(/^## ❌ /);
    expect(html).toContain('<title>✗ Rivery API');
    expect(html).toContain(`<code>${found?.specLocation}</code>`);
    expect(summary).toContain(`\`${found?.specLocation}\``);
    const [file, line, col] = found?.specLocation?.split(':') ?? [];
    const [, word = '', report = '', annotations = ''] =
      /^::stop-commands::([\da-f-]{36})\n(.*)\n::\1::\n(.*)$/s.exec(out) ?? [];
    expect(annotations).toContain(`::error file=${file},line=${line},col=${col},title=`);
    expect(report).toContain(operationId);
    expect(report).not.toContain(word);
  });
});
