import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CaseResult } from '../../scripts/model/run-result.ts';
import type { Listing } from '../../scripts/report/listing.ts';
import { call } from './call.ts';
import { type Ran, runContract, runWithFaults } from './contract-run.ts';
import { startLocal } from './local.ts';

const broken = { eu: ['body-property-renamed'] };
const placeOf = ({ operationId, case: name }: Pick<CaseResult, 'operationId' | 'case'>): string =>
  `${operationId} ${name}`;
const sentBy = ({ result }: Pick<Ran, 'result'>): string[] =>
  result.cases.filter(({ verdict }) => verdict !== 'skipped').map(placeOf);
const failedIn = ({ result }: Pick<Ran, 'result'>): string[] =>
  result.cases.filter(({ verdict }) => ['failed', 'inconclusive'].includes(verdict)).map(placeOf);

let before: Ran;
beforeAll(async () => {
  // In one region, so that the other is not asked for the sake of comparing them.
  const local = await startLocal({ faults: broken });
  const args = [...local.baseUrls.slice(2), '--region', 'eu'];
  before = await runContract(local, args).finally(() => local.simulator.close());
  expect([before.code, failedIn(before).length > 0]).toEqual([1, true]);
});

test('what failed fails again in just the same way, with far fewer requests', async () => {
  const again = await runWithFaults(broken, ['--only-failed', before.file, '--baseline', before.file]);
  expect(again.code).toBe(1);
  expect(Object.keys(again.result.regions)).toEqual(['eu']);
  expect(failedIn(again)).toEqual(failedIn(before));
  expect(again.result.findings.filter(({ since }) => since === 'new')).toEqual([]);
  expect(again.result.regions.eu?.requests).toBeLessThan((before.result.regions.eu?.requests ?? 0) / 2);
  expect(again.out.replace(/\s+/g, ' ')).toMatch(
    /The contract is broken in eu: .* Only what failed in \S+ was sent again\.$/,
  );
});

async function listed(...args: readonly string[]): Promise<string[]> {
  const { code, out, err } = await call(['contract', '--list', '--json', '--only-failed', ...args]);
  expect([code, err]).toEqual([0, '']);
  const { requests }: Listing = JSON.parse(out);
  return requests.filter(({ skipped }) => skipped === undefined).map(placeOf);
}

test('what would be sent is listed, and not what would be left out because it was right', async () => {
  const again = await runWithFaults({}, ['--only-failed', before.file]);
  expect(await listed(before.file)).toEqual(expect.arrayContaining(failedIn(before)));
  expect((await listed(before.file)).sort()).toEqual(sentBy(again).sort());
  const smoke = await runWithFaults({}, ['--only-failed', before.file, '--tier', 'smoke']);
  const { out, err } = await call(['contract', '--list', '--tier', 'smoke', '--only-failed', before.file]);
  const cases = sentBy(smoke).map((place) => `  ${place.split(' ')[1]}:`);
  for (const line of cases) expect(out).toContain(line);
  expect(out).not.toContain('it did not fail');
  expect(err).toMatch(/^--only-failed \S+: not sent again: .*it is not in the tier smoke/);
});

test('it is green when it is mended, and says what it was about', async () => {
  const again = await runWithFaults({}, ['--only-failed', before.file, '--baseline', before.file]);
  expect([again.code, again.result.findings]).toEqual([0, []]);
  expect(sentBy(again)).toEqual(expect.arrayContaining(failedIn(before)));
  expect(again.result.onlyFailed).toBe(before.file);
  expect(again.result.fixed).toEqual(before.result.findings);
  const left = again.result.cases.filter(({ verdict }) => verdict === 'skipped');
  expect(new Set(left.map(({ reason }) => reason))).toEqual(new Set([`it did not fail in ${before.file}`]));
  const reasons = again.result.coverage.gaps.map(({ reason }) => reason);
  expect(reasons).toContain(`it did not fail in ${before.file}`);
  expect(reasons.filter((reason) => /tested with \w+ instead/.test(reason))).toEqual([]);
});

test('a region that gave no answer is asked for all that it did not answer', async () => {
  const local = await startLocal();
  const down = await runContract(local, [
    ...local.baseUrls.slice(0, 2),
    '--base-url',
    'eu=http://127.0.0.1:1',
    '--tier',
    'smoke',
  ]);
  const again = await runContract(local, [
    ...local.baseUrls,
    '--tier',
    'smoke',
    '--only-failed',
    down.file,
  ]).finally(() => local.simulator.close());
  expect([down.code, again.code]).toEqual([4, 0]);
  expect(Object.keys(again.result.regions)).toEqual(['eu']);
  const inUs = down.result.cases.filter(({ region, verdict }) => region === 'us' && verdict !== 'skipped');
  expect(sentBy(again)).toEqual(inUs.map(placeOf));
});

test("another region's token is tried again, though that region is not run", async () => {
  const accepted = await runWithFaults({ eu: ['region-accepts-other-token'] });
  const elsewhere = accepted.result.cases.find(
    (one) => one.case === 'elsewhere-token' && one.verdict === 'failed',
  );
  expect(elsewhere?.region).toBe('eu');
  const only = { ...accepted.result, cases: [elsewhere], parity: [] };
  const file = write('elsewhere', JSON.stringify({ ...only, exchanges: undefined }));
  const again = await runWithFaults({ eu: ['region-accepts-other-token'] }, ['--only-failed', file]);
  expect(Object.keys(again.result.regions)).toEqual(['eu']);
  expect(failedIn(again)).toEqual(['getActivities elsewhere-token']);
});

const folder = mkdtempSync(join(tmpdir(), 'only-failed-'));

function write(name: string, text: string): string {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, text);
  return file;
}

function changed(name: string, change: object): string {
  return write(name, JSON.stringify({ ...before.result, ...change }));
}

test('what there was no data for is inconclusive again, where there is none still', async () => {
  const local = await startLocal();
  const eu = [...local.baseUrls.slice(2), '--region', 'eu', '--window', '0.001'];
  const empty = await runContract(local, eu);
  const again = await runContract(local, [...eu, '--only-failed', empty.file]).finally(() =>
    local.simulator.close(),
  );
  expect([empty.code, again.code]).toEqual([4, 4]);
  expect(failedIn(empty).length).toBeGreaterThan(10);
  expect(failedIn(again)).toEqual(failedIn(empty));
});

describe('what can not be run again is no success', () => {
  test.each<[string, () => string[], RegExp]>([
    [
      'nothing failed',
      () => [changed('green', { cases: [], parity: [], findings: [] })],
      /^error: --only-failed \S+green\.json: nothing failed in that run, so there is nothing to run again\.$/,
    ],
    [
      'nothing failed in that region',
      () => [before.file, '--region', 'us'],
      /nothing that failed in that run would be sent: \w+ \(\S+\) in eu: the region is not run/,
    ],
    [
      'cases that are gone',
      () => [changed('gone', { cases: before.result.cases.map((one) => ({ ...one, case: 'a\u001b[2J' })) })],
      /nothing that failed in that run would be sent: \w+ \(a\\u001b\[2J\) in eu: it is no longer in the suite/,
    ],
    [
      'another API',
      () => [changed('other', { spec: { title: 'Ferries', version: '1' } })],
      /it is a result of Ferries, but the spec describes /,
    ],
    ['no JSON', () => [write('text', 'nothing')], /it is not JSON/],
    ['a folder', () => [folder], /it is a folder/],
    [
      'nothing in the region that is listed',
      () => [before.file, '--list', '--region', 'us'],
      /nothing that failed in that run would be sent: \w+ \(\S+\) in eu: the region is not run/,
    ],
    [
      'a floor of coverage',
      () => [before.file, '--coverage-floor', '70'],
      /'--only-failed <result\.json>' cannot be used with option '--coverage-floor/,
    ],
  ])('%s', async (_, args, want) => {
    const { code, err, out } = await call(['contract', '--simulate', '--only-failed', ...args()]);
    expect(err).toMatch(want);
    expect([code, out]).toEqual([3, '']);
  });

  test('one of several that is gone is named, and nothing is said to be kept', async () => {
    const [first = expect.fail(), ...others] = before.result.cases.filter(
      ({ verdict }) => verdict === 'failed',
    );
    const file = changed('some', { cases: [{ ...first, case: 'gone' }, others[0]], parity: [] });
    const { code, err, out, result, junit } = await runWithFaults({}, ['--only-failed', file]);
    const reason = 'it is no longer in the suite';
    const { operationId } = first;
    expect(err).toContain(`not sent again: ${operationId} (gone) in eu: ${reason}`);
    expect(out.replace(/\s+/g, ' ')).toContain(
      `Could not judge everything that failed before. Only what failed in ${file} was sent again. 1 failed case was not: ${operationId} (gone) in eu: ${reason}.`,
    );
    expect([code, result.exitCode]).toEqual([4, 4]);
    expect(result.unsent).toEqual([{ region: 'eu', operationId, case: 'gone', reason }]);
    expect(junit).toContain(`<error message="${reason}" type="not sent again"/>`);
  });

  test('what still fails counts more than what is not sent', async () => {
    const [first = expect.fail(), ...others] = before.result.cases.filter(
      ({ verdict }) => verdict === 'failed',
    );
    const file = changed('both', { cases: [{ ...first, case: 'gone' }, others[0]], parity: [] });
    const { code, out } = await runWithFaults(broken, ['--only-failed', file]);
    expect(code).toBe(1);
    expect(out.replace(/\s+/g, ' ')).toContain('1 failed case was not: ');
  });
});

describe('what is not allowed now', () => {
  const inFull = (): readonly CaseResult[] =>
    before.result.cases.filter(({ verdict }) => verdict !== 'skipped');
  const asFailed = (name: string, cases: readonly (CaseResult | undefined)[]): string =>
    changed(name, { cases: cases.map((one) => ({ ...one, verdict: 'failed' })), parity: [] });
  const priced = (): CaseResult | undefined =>
    before.result.cases.find(({ reason = '' }) => reason.startsWith('it costs money'));
  const success = (): CaseResult | undefined => inFull().find((one) => one.case === 'success');

  test('is an error where it is all that failed', async () => {
    const local = await startLocal();
    const args = ['contract', '--quiet', ...local.baseUrls, '--only-failed', asFailed('price', [priced()])];
    const { code, err } = await call(args, local.env).finally(() => local.simulator.close());
    expect(err).toMatch(
      /nothing that failed in that run would be sent: \w+ \([\w-]+\) in eu: it costs money/,
    );
    expect(code).toBe(3);
  });

  test('keeps a run from being green where something else is sent', async () => {
    const file = asFailed('tier', [success(), inFull().find((one) => one.case.startsWith('sort-'))]);
    const { code, result } = await runWithFaults({}, ['--only-failed', file, '--tier', 'smoke']);
    expect(code).toBe(4);
    expect(result.unsent?.map(({ reason }) => reason)).toEqual(['it is not in the tier smoke']);
  });

  test('names --try-foreign-tokens where the token of another region is all that failed', async () => {
    const elsewhere = {
      ...(success() ?? expect.fail()),
      operationId: 'getActivities',
      case: 'elsewhere-token',
    };
    const local = await startLocal();
    await local.simulator.close();
    const [, us] = local.baseUrls;
    const hosts = ['--base-url', us ?? '', '--base-url', 'eu=https://api.invalid'];
    const file = asFailed('withheld', [elsewhere]);
    const { code, err } = await call(['contract', '--quiet', ...hosts, '--only-failed', file], local.env);
    expect(err).toContain('it sends the token of another region: sent only with --try-foreign-tokens');
    expect(code).toBe(3);
  });

  test("nor is another region's token, where only one region is run", async () => {
    const elsewhere = {
      ...(success() ?? expect.fail()),
      operationId: 'getActivities',
      case: 'elsewhere-token',
    };
    const args = (file: string): string[] => ['--region', 'eu', '--only-failed', file];
    const local = await startLocal();
    const eu = local.baseUrls.slice(2);
    const both = await runContract(local, [...eu, ...args(asFailed('token', [success(), elsewhere]))]);
    const alone = await call(
      ['contract', '--quiet', ...eu, ...args(asFailed('token-alone', [elsewhere]))],
      local.env,
    ).finally(() => local.simulator.close());
    expect([both.code, alone.code]).toEqual([4, 3]);
    expect(both.result.unsent?.map(({ reason }) => reason)).toEqual([
      'there is no token of another region to try',
    ]);
    expect(alone.err).toContain('getActivities (elsewhere-token) in eu: there is no token of another region');
  });
});
