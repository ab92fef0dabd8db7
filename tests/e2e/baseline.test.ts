import { beforeAll, expect, test } from 'vitest';
import { type Ran, runWithFaults } from './contract-run.ts';

const broken = { eu: ['body-property-renamed', 'region-extra-header'] };
const since = ({ result }: Pick<Ran, 'result'>): unknown[] => [
  ...new Set([...result.findings, ...result.parity].map((one) => one.since)),
];

let before: Ran;
beforeAll(async () => {
  before = await runWithFaults(broken);
});

test('a fault that is still there is as before, and the exit status the same', async () => {
  const { result, code, out } = await runWithFaults(broken, ['--baseline', before.file]);
  expect(since({ result })).toEqual(['known']);
  expect([result.fixed, result.fixedParity, result.uncompared, result.uncomparedParity]).toEqual([
    [],
    [],
    [],
    [],
  ]);
  expect(code).toBe(1);
  expect(out).toMatch(
    /Compared with the baseline: 0 new, \d+ as before, 0 fixed\.\n\nThe contract is broken in eu/,
  );
  expect(out).not.toContain('new: ');
});

test('a fault in another region is new', async () => {
  const also = { ...broken, us: ['protocol-206'] };
  const { result, out, summary, junit } = await runWithFaults(also, ['--baseline', before.file]);
  for (const finding of result.findings)
    expect([finding.region, finding.since]).toEqual(
      finding.region === 'us' ? ['us', 'new'] : ['eu', 'known'],
    );
  expect(result.findings.some(({ region }) => region === 'us')).toBe(true);
  expect(out).toMatch(/^\d+ ✗ new: [^(]*\b206\b[^(]* \(\w+,\s+us\)$/m);
  expect(summary).toMatch(/^#### new: `.*\b206\b.*` \(`\w+`, us\)$/m);
  expect(junit).toContain('message="new: ');
});

test('a fault that is gone is fixed', async () => {
  const { result, code, out, summary, junit } = await runWithFaults({}, ['--baseline', before.file]);
  expect(code).toBe(0);
  expect(result.fixed).toEqual(before.result.findings);
  expect(result.fixedParity).toEqual(before.result.parity);
  expect(result.uncompared).toEqual([]);
  expect(out).toContain('Fixed since the baseline\n  ✓ ');
  expect(summary).toContain('Fixed since the baseline (');
  expect(junit).toContain('fixed schema: ');
});

test('what the small tier does not send is not called fixed', async () => {
  const { result, out } = await runWithFaults({}, ['--baseline', before.file, '--tier', 'smoke']);
  const sent = new Set(
    result.cases.flatMap((one) => (one.verdict === 'skipped' ? [] : `${one.operationId} ${one.case}`)),
  );
  const isSent = ({ operationId, case: name }: { operationId: string; case: string }): boolean =>
    sent.has(`${operationId} ${name}`);
  expect(result.fixed).toEqual(before.result.findings.filter(isSent));
  expect(result.uncompared).toEqual(before.result.findings.filter((one) => !isSent(one)));
  expect(result.uncompared).not.toEqual([]);
  expect(out.replace(/\s+/g, ' ')).toContain(' could not be compared');
});
