import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { call } from './call.ts';
import { type Ran, runContract, runWithFaults } from './contract-run.ts';
import { startLocal } from './local.ts';

const folder = mkdtempSync(join(tmpdir(), 'known-'));
const broken = { eu: ['protocol-206'] };
const fine = { region: 'eu', check: 'status', reason: 'ticket 4711', expires: '2999-12-31' };

/** Entries as a table in a file. */
function table(name: string, entries: readonly object[]): string {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, stringify(entries));
  return file;
}

/** An entry for each operation and check that a run found broken. */
function entriesFor({ result }: Ran, change: object = {}): object[] {
  const subjects = [
    ...result.findings.map(({ operationId, check }) => ({ operation: operationId, check })),
    ...result.parity.map(({ operationId }) => ({ operation: operationId, check: 'parity' })),
  ];
  const own = new Map(
    subjects.map((subject) => [JSON.stringify(subject), { ...fine, ...subject, ...change }]),
  );
  return [...own.values()];
}

const smoke = ['--tier', 'smoke'];

let before: Ran;
beforeAll(async () => {
  before = await runWithFaults(broken, smoke);
  expect(before.code).toBe(1);
});

test('what is known is accepted, counted, and breaks nothing, even where it is strict', async () => {
  const known = table('all', entriesFor(before));
  const { code, result, out, junit, summary } = await runWithFaults(broken, [
    '--known',
    known,
    '--strict',
    ...smoke,
  ]);
  expect(code).toBe(0);
  expect([result.stale, result.notTold]).toEqual([[], []]);
  const { verdict, checks, passed, failed, drift, known: accepted } = result.regions.eu ?? expect.fail();
  expect([verdict, failed, drift, accepted]).toEqual(['known', 0, 0, before.result.findings.length]);
  expect(passed + accepted).toBe(checks);
  expect(result.findings).toHaveLength(before.result.findings.length);
  for (const one of [...result.findings, ...result.parity])
    expect(one.accepted).toEqual({ reason: 'ticket 4711', expires: '2999-12-31' });
  expect(out).toContain(`${accepted} known`);
  expect(out).not.toContain('✗');
  expect(junit).toContain('<skipped message="known deviation: ticket 4711 (until 2999-12-31)"/>');
  expect(junit).not.toContain('<failure');
  expect(summary).toMatch(/^## ✅ /);
});

test('another region is not accepted with it, and the known one not counted', async () => {
  const known = table('eu', entriesFor(before));
  const { code, result, out } = await runWithFaults(
    { eu: [...broken.eu], us: ['body-null-where-required'] },
    ['--known', known, ...smoke],
  );
  expect(code).toBe(1);
  expect(result.regions).toMatchObject({ us: { verdict: 'failed' }, eu: { verdict: 'known', failed: 0 } });
  expect(out).toContain('The contract is broken in us: ');
});

test('one that no longer fails is a failure, named with its line', async () => {
  const known = table('gone', entriesFor(before));
  const { code, result, out, junit, summary } = await runWithFaults({}, ['--known', known]);
  expect(code).toBe(1);
  expect(result.stale?.map(({ why }) => why)).toEqual(entriesFor(before).map(() => 'no longer fails'));
  expect(result.stale?.[0]?.location).toBe(`${known}:1:3`);
  expect(out.replace(/\s+/g, ' ')).toContain('The contract is kept in us and eu');
  expect(out).toMatch(/known\s+deviations? no\s+longer fails?\.$/);
  expect(junit).toMatch(
    /<failure message="no finding matches it any more. Remove it, or correct its [^"]*" type="known deviation">/,
  );
  expect(summary).toMatch(/^## ❌ /);
});

test('one that has expired accepts nothing, and is a failure of its own', async () => {
  const known = table('expired', entriesFor(before, { expires: '2020-02-29' }));
  const { code, result, out } = await runWithFaults(broken, ['--known', known, ...smoke]);
  expect(code).toBe(1);
  expect(new Set(result.stale?.map(({ why }) => why))).toEqual(new Set(['has expired']));
  expect(result.findings.every(({ accepted }) => accepted === undefined)).toBe(true);
  expect(result.regions.eu?.verdict).toBe('failed');
  expect(out.replace(/\s+/g, ' ')).toContain('it expired on 2020-02-29. Fix what it is about, or extend it');
});

test.each([
  ['the small tier', ['--tier', 'smoke'], 'us'],
  ['a run of another region', ['--region', 'us'], 'eu'],
])('%s does not tell of it', async (_, args, region) => {
  const entry = { ...fine, region, operation: 'getActivities', check: 'schema' };
  const known = table(`untold-${region}`, [entry]);
  const local = await startLocal();
  const all = [...local.baseUrls.slice(0, args[0] === '--region' ? 2 : 4), ...args, '--known', known];
  const { code, result, out } = await runContract(local, all).finally(() => local.simulator.close());
  expect(code).toBe(0);
  expect([result.stale, result.notTold?.map(({ location }) => location)]).toEqual([[], [`${known}:1:3`]]);
  expect(out).toContain('Known deviations not verified in this run');
});

describe('a table that is wrong sends nothing', () => {
  const good = { ...fine, operation: 'getActivities' };
  test.each([
    [
      'a missing file',
      join(folder, 'none.yaml'),
      /^error: --known .*none\.yaml: it can't be read \(ENOENT\)\.$/,
    ],
    ['a folder', folder, /it is a folder/],
    ['malformed YAML', write('malformed', '- region: [\n'), /malformed\.yaml:\d+:\d+ yaml-syntax/],
    [
      'unknown names',
      table('names', [{ ...good, operation: 'getActivitys' }]),
      /names\.yaml:5:3 .*Did you mean `getActivities`/,
    ],
    ['what can write on the terminal', table('escape', [{ ...good, check: '\u001b[2J\n' }]), /\\u001b\[2J /],
    [
      'no day',
      table('day', [{ ...good, expires: '2026-02-30' }]),
      /day\.yaml:4:3 known-deviation `expires` must be/,
    ],
  ])('%s', async (_, file, want) => {
    const { code, err, out } = await call(['contract', '--simulate', '--known', file]);
    expect(err).toMatch(want);
    expect([code, out]).toEqual([3, '']);
    expect(err).not.toMatch(/Sending|^ {4}at /m);
  });
});

function write(name: string, text: string): string {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, text);
  return file;
}
