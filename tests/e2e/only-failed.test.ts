import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CaseResult } from '../../scripts/model/run-result.ts';
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
  expect(reasons.filter((reason) => /asked of \w+ instead/.test(reason))).toEqual([]);
});

test('a region that gave no answer is asked for all that it did not answer', async () => {
  const local = await startLocal();
  const down = await runContract(local, [
    ...local.baseUrls,
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

describe('what can not be run again is no success', () => {
  test.each<[string, () => string[], RegExp]>([
    [
      'nothing failed',
      () => [changed('green', { cases: [], parity: [], findings: [] })],
      /^error: --only-failed \S+green\.json: nothing failed there, so there is nothing to run again\.$/,
    ],
    [
      'nothing failed in that region',
      () => [before.file, '--region', 'us'],
      /nothing failed there in us, so there is nothing/,
    ],
    [
      'cases that are gone',
      () => [changed('gone', { cases: before.result.cases.map((one) => ({ ...one, case: 'a\u001b[2J' })) })],
      /nothing that failed there is in the suite any more: \w+ \(a\\u001b\[2J\) in eu/,
    ],
    [
      'another API',
      () => [changed('other', { spec: { title: 'Ferries', version: '1' } })],
      /it is about Ferries, and the description is of /,
    ],
    ['no JSON', () => [write('text', 'nothing')], /it is not JSON/],
    ['a folder', () => [folder], /it is a folder/],
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

  test('one of several that is gone is named', async () => {
    const [first = expect.fail(), ...others] = before.result.cases.filter(
      ({ verdict }) => verdict === 'failed',
    );
    const file = changed('some', { cases: [{ ...first, case: 'gone' }, others[0]], parity: [] });
    const { code, err } = await call(['contract', '--simulate', '--quiet', '--only-failed', file]);
    expect(err).toContain(`not in the suite any more, so not sent: ${first.operationId} (gone) in eu`);
    expect(code).toBe(0);
  });
});
