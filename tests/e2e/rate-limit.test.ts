import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { RunResult } from '../../scripts/model/run-result.ts';
import { isDeep } from '../fixtures/sample.ts';
import { call } from './call.ts';
import { startLocal } from './local.ts';

vi.setConfig({ testTimeout: 90_000 });

type Limit = { readonly requests: number; readonly seconds: number };

/** Runs a tier against regions with a limit. */
async function run(tier: string, rateLimit: Limit, ...args: readonly string[]) {
  const { simulator, baseUrls, env } = await startLocal({ rateLimit });
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  const options = ['--tier', tier, '--allow-run', '--allow-unsafe', '--report-dir', folder];
  const { code, err } = await call(['contract', ...options, ...args, ...baseUrls], env);
  await simulator.close();
  const result: RunResult = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
  return { code, err, ...result };
}

const paces = [
  ['smoke', 15, 5, 'about 3 s'],
  // What the API is observed to allow, sixty times as fast.
  ['full', 120, 15, 'about 8 s'],
] as const;

test.each(isDeep ? paces : paces.slice(0, 1))(
  'at the pace that the limit allows, nothing is refused: %s',
  async (tier, requests, most, length) => {
    const rate = most * 60;
    const { code, err, cases, regions } = await run(
      tier,
      { requests: most, seconds: 1 },
      '--rate',
      `${rate}/min`,
    );
    const refused = cases.filter(({ status, attempts }) => status === 429 || attempts > 1);
    expect(refused).toEqual([]);
    expect(code).toBe(0);
    const said = `us +http\\S+: ${requests} requests, ${length} at ${rate} a minute.*\n`;
    expect(err).toMatch(
      new RegExp(`^${said}[^]*\nus: ${requests} of ${requests} requests, 0 findings$`, 'm'),
    );
    expect(regions.us?.durationMs).toBeGreaterThan(((requests - 1) * 60_000) / rate);
  },
);

const limits = [
  ['smoke', { requests: 4, seconds: 2 }],
  ['full', { requests: 30, seconds: 5 }],
] as const;

test.each(isDeep ? limits : limits.slice(0, 1))(
  'over the limit, what is refused is sent again when it may be, and once only: %s',
  async (tier, limit) => {
    const { code, err, cases, findings } = await run(tier, limit);
    const refused = cases.filter(({ attempts }) => attempts > 1);
    expect(refused.length).toBeGreaterThan(1);
    // The limit said how long to wait: that is as it should be.
    for (const one of refused)
      expect(one).toMatchObject({ verdict: 'passed', attempts: 2, status: expect.any(Number) });
    expect(findings).toEqual([]);
    expect(err).toMatch(/^us: waiting \d s, as the server asked \(429\)$/m);
    expect(code).toBe(0);
  },
);

test('who wants it quiet is told of no wait', async () => {
  const { err } = await run('smoke', { requests: 4, seconds: 2 }, '--quiet');
  expect(err).not.toContain('waiting');
});
