import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleOf } from '../fixtures/sample.ts';
import { type Local, startLocal } from './local.ts';
import { execute, runNewman } from './run-newman.ts';

/** What `env` wrote is used as people use it: by newman, and by the suite in the folder of the `.env`. */
let local: Local;
beforeAll(async () => {
  local = await startLocal();
});
afterAll(() => local.simulator.close());

const bin = resolve('scripts/bin.js');

const addresses = {
  us: ['https://console.rivery.io/#/river/{account_id}/{environment_id}/river/{river_id}', 'river_id'],
  eu: ['http://EU-west-1.console.rivery.io/dashboard/{account_id}/{environment_id}/dashboard?x=1', ''],
} as const;

test.each(sampleOf(['us', 'eu'] as const, 1))('the ids of an address of %s', async (name) => {
  const region = local.simulator.regions.find((one) => one.name === name);
  if (region === undefined) throw new Error(`no region ${name}`);
  const { token = '', river_id = '', run_id = '', ...place } = region.variables;
  const [form, known] = addresses[name];
  const url = form.replace(/\{(\w+)\}/g, (_, id) => region.variables[id] ?? '');
  const at = mkdtempSync(join(tmpdir(), 'env-runs-'));

  const out = execFileSync(process.execPath, [bin, 'env', '--console-url', url, '--token-stdin'], {
    cwd: at,
    input: `Bearer ${token}\n`,
    encoding: 'utf8',
  });
  expect(out).toContain(place.account_id);
  expect(out).not.toContain(token);

  const environment = join(at, `rivery.${name}.postman_environment.json`);
  expect(readFileSync(environment, 'utf8')).not.toContain(token);
  const rest = { token, run_id, ...(known === '' && { river_id }) };
  const bases = { 'base-url': region.url, 'run-base-url': region.url, allow_run: 'true' };
  const run = await runNewman('collections/rivery.postman_collection.json', { ...rest, ...bases }, [
    '--environment',
    environment,
  ]);
  expect([run.failures, run.status, run.requests]).toEqual([[], 0, 9]);

  const next = out.trimEnd().split('\n').at(-1)?.trim();
  expect(next).toMatch(new RegExp(`^node \\S+/bin\\.js contract --region ${name}$`));
  const script = `cd "$0" && ${next} --base-url ${name}=${region.url} --tier smoke`;
  const { status, out: told } = await execute('/bin/sh', ['-c', script, at]);
  expect([status, told]).toEqual([0, expect.stringContaining(`✓ ${name}  ${region.url}`)]);
  expect(told).not.toContain(token);
});
