import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunResult } from '../../../scripts/model/run-result.ts';
import { call } from '../../e2e/call.ts';
import { startLocal } from '../../e2e/local.ts';
import { sampleOf } from '../../fixtures/sample.ts';

async function parityOf(seed: number, faults: Readonly<Record<string, readonly string[]>>) {
  const local = await startLocal({ faults, seed });
  const reportDir = mkdtempSync(join(tmpdir(), 'contract-'));
  const args = ['contract', '--quiet', '--allow-run', '--report-dir', reportDir, ...local.baseUrls];
  const { out } = await call(args, local.env).finally(() => local.simulator.close());
  const result: RunResult = JSON.parse(readFileSync(join(reportDir, 'result.json'), 'utf8'));
  return { ...result, out };
}

test.each(sampleOf([1, 2, 3, 4, 5], 1))(
  'healthy regions with other data do not differ (seed %i)',
  async (seed) => {
    const { parity, regions } = await parityOf(seed, {});
    expect(parity).toEqual([]);
    expect(regions.eu).toMatchObject({ verdict: 'passed', failed: 0 });
  },
);

test('a region that names a property in another way does', async () => {
  const { parity, out } = await parityOf(1, { eu: ['body-property-renamed'] });
  const own = parity.filter(
    ({ operationId, what }) => operationId === 'getRiverActivitiesRuns' && what === 'body',
  );
  expect(own).toContainEqual({
    operationId: 'getRiverActivitiesRuns',
    case: 'all with status 200',
    what: 'body',
    where: '/items/*/run_id',
    regions: { us: 'always there', eu: 'never there' },
  });
  expect(out).toMatch(/^getRiverActivitiesRuns +✓ +✗ +≠$/m);
});
