import { expect, test } from 'vitest';
import type { RunResult } from '../../scripts/model/run-result.ts';
import { light } from '../fixtures/light-runner.ts';
import { hereAndFast } from '../fixtures/run-here.ts';
import { sampleOf } from '../fixtures/sample.ts';
import { runContract } from './contract-run.ts';
import { startLocal } from './local.ts';

/** Of each class of faults, and of each way to send again, to stop and to break HTTP. */
const faults = [
  'body-null-where-required',
  'protocol-encoding-lies',
  'protocol-flaky-503',
  'protocol-flaky-reset',
  'protocol-truncated-json',
  'negative-401-without-challenge',
  'semantic-page-ignored',
  'region-accepts-other-token',
];

/** Without times, ports and headers that newman adds, and without the words of Postman's own JSON parser. */
function comparable({ cases, findings, parity, coverage, regions }: RunResult): unknown {
  const varying = /"(curl|durationMs|actual|baseUrl|headers)":("(\\.|[^"\\])*"|\d+|\{[^{}]*\}),?/g;
  const text = JSON.stringify({ cases, findings, parity, coverage, regions });
  return JSON.parse(
    text
      .replace(varying, '')
      .replace(/,\}/g, '}')
      .replace(/127\.0\.0\.1:\d+|(?<=strict JSON: )[^"]+/g, ''),
  );
}

test.each(sampleOf(faults, 1))('newman and the light runner find the same (%s)', async (fault) => {
  const noon = Date.UTC(2026, 0, 19, 12);
  const runWith = async (runner: typeof light) => {
    const begin = Date.now();
    const local = await startLocal({
      seed: 1,
      clock: () => noon + Date.now() - begin,
      faults: { eu: [fault] },
    });
    const window = Object.fromEntries(
      ['US', 'EU'].flatMap((region) => [
        [`RIVERY_${region}_START_DATE`, '2026-01-12T12:00:00'],
        [`RIVERY_${region}_END_DATE`, '2026-01-19T12:00:00'],
      ]),
    );
    const args = [...local.baseUrls, '--allow-run', '--allow-unsafe'];
    const run = await runContract(local, args, { ...local.env, ...window }, runner);
    await local.simulator.close();
    return run;
  };
  const byNewman = await runWith(hereAndFast);
  const byLight = await runWith(light);
  expect(byNewman.result.findings.length).toBeGreaterThan(0);
  expect(comparable(byLight.result)).toEqual(comparable(byNewman.result));
  expect(byLight.code).toBe(byNewman.code);
});
