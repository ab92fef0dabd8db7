import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunResult } from '../../scripts/model/run-result.ts';
import { isDeep } from '../fixtures/sample.ts';
import { startLocal } from './local.ts';

// tests/e2e/canary.test.ts sends SIGINT.
test.each(isDeep ? (['SIGINT', 'SIGTERM'] as const) : (['SIGTERM'] as const))(
  '%s ends a run within two seconds, with what is known',
  async (signal) => {
    const local = await startLocal();
    const reportDir = mkdtempSync(join(tmpdir(), 'interrupted-'));
    const args = [
      'scripts/bin.js',
      'contract',
      ...local.baseUrls,
      '--rate',
      '600/min',
      '--report-dir',
      reportDir,
    ];
    const child = spawn(process.execPath, args, { env: { ...process.env, ...local.env } });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    const aQuarter = new Promise<void>((resolve) => {
      child.stderr.on('data', (chunk) => /us: \d+ of/.test(String(chunk)) && resolve());
    });
    await aQuarter;
    const start = performance.now();
    child.kill(signal);
    const [code] = await once(child, 'close');
    await local.simulator.close();
    expect(performance.now() - start).toBeLessThan(2000);
    expect(code).toBe(130);
    expect(out.trimEnd()).toMatch(/Interrupted: us and eu were judged in part only\.$/);
    const result: RunResult = JSON.parse(readFileSync(join(reportDir, 'result.json'), 'utf8'));
    expect(result.exitCode).toBe(130);
    expect(out).toMatch(/interrupted after \d+ of \d+ test cases/);
    expect(out).not.toContain('all passed');
    expect(result.cases.filter(({ verdict }) => verdict === 'passed').length).toBeGreaterThan(0);
    const unsent = result.cases.filter(
      ({ reason }) => reason === 'the run was interrupted before it was sent',
    );
    expect(unsent.length).toBeGreaterThan(100);
    expect(unsent.every(({ verdict }) => verdict === 'inconclusive')).toBe(true);
  },
);
