import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toPlan } from '../../scripts/cases/plan.ts';
import { checks } from '../../scripts/model/outcome.ts';
import type { Finding, RunResult } from '../../scripts/model/run-result.ts';
import { itemId } from '../../scripts/suite/postman/contract-collection.ts';
import { open, rivery } from '../fixtures/open.ts';
import { sampleOf } from '../fixtures/sample.ts';
import { call } from './call.ts';
import { startLocal } from './local.ts';
import { type NewmanRun, runNewman } from './run-newman.ts';

const { cases } = toPlan((await open(rivery)).api);
const places = new Map(
  cases.flatMap((testCase) => {
    const place = `${testCase.operation.id} ${testCase.id}`;
    return [[itemId(testCase), place] as const, [testCase.name, place] as const];
  }),
);
const checkOf = new Map<string | undefined, string>(Object.entries(checks).map(([id, name]) => [name, id]));

/** Both sides ask fresh regions with the same history for the same time. */
const noon = Date.UTC(2026, 0, 19, 12);
const window = { start_date: '2026-01-12T12:00:00', end_date: '2026-01-19T12:00:00' };

async function startFaulty(fault: string) {
  const begin = Date.now();
  return startLocal({ seed: 1, clock: () => noon + Date.now() - begin, faults: { eu: [fault] } });
}

/** What newman's own command line finds in the faulty region. */
async function plain(fault: string) {
  const { simulator } = await startFaulty(fault);
  const [us, eu] = simulator.regions;
  const run = await runNewman('collections/rivery.contract.postman_collection.json', {
    ...eu?.variables,
    ...window,
    ...{ region: 'eu', 'base-url': eu?.url ?? '', 'run-base-url': eu?.url ?? '' },
    ...{ allow_run: 'true', allow_unsafe: 'true', other_region_token: us?.variables.token ?? '' },
  }).finally(simulator.close);
  return { status: run.status, found: distinct([...failedIn(run), ...loggedIn(run)]) };
}

/** What our runner finds there. */
async function ours(fault: string) {
  const { simulator, baseUrls, env } = await startFaulty(fault);
  const dates = ['US', 'EU'].flatMap((region) =>
    Object.entries(window).map(([name, value]) => [`RIVERY_${region}_${name.toUpperCase()}`, value]),
  );
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  const args = ['--allow-run', '--allow-unsafe', '--quiet', '--report-dir', folder, ...baseUrls];
  await call(['contract', ...args], { ...env, ...Object.fromEntries(dates) }).finally(simulator.close);
  const { findings }: RunResult = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
  return distinct(
    findings.filter(({ region, message }) => region === 'eu' && !isUntold(message)).map(inLine),
  );
}

/** What only the whole run shows: a clause that no answer told of. */
function isUntold(message: string): boolean {
  return message.startsWith('no response shows');
}

function inLine({ operationId, case: id, check, severity, message, actual, pointer }: Finding): string {
  const found = actual === undefined ? '' : `, found ${actual}`;
  const place = pointer === undefined ? '' : ` [${pointer}]`;
  if (severity === 'drift') return `${operationId} ${id} ${bare(`drift: ${message}${found}${place}`)}`;
  // newman has no name for HTTP that is broken.
  return `${operationId} ${id} ${severity === 'flaky' ? 'flaky' : check.replace('http', 'answer')}`;
}

function failedIn({ failed }: NewmanRun): string[] {
  return failed.map(({ item, test: name }) => `${places.get(item)} ${checkOf.get(name) ?? 'answer'}`);
}

/** What the console says of items: drift, and what was sent again and then was good. */
function loggedIn(run: NewmanRun): string[] {
  const failed = failedIn(run).join('\n');
  return run.out.split('\n↳ ').flatMap((text) => {
    const place = places.get(text.split('\n')[0] ?? '');
    const boxes = [...text.matchAll(/^ {2}┌\n(.*?)^ {2}└/gms)];
    const said = boxes.flatMap(([, box = '']) => bare(box).split(/(?=drift:)/));
    const again = said.some((words) => words.endsWith('sentagain')) && !failed.includes(`${place} `);
    const drift = said.filter((words) => words.startsWith('drift:'));
    return [...drift, ...(again ? ['flaky'] : [])].map((word) => `${place} ${word}`);
  });
}

/** Without what newman's boxes put between the letters. */
function bare(text: string): string {
  return text.replace(/[\s│'"`\\]/g, '');
}

function distinct(lines: readonly string[]): string[] {
  return [...new Set(lines)].sort();
}

const faults = [
  ['body-null-where-required', /schema$/, 1],
  ['semantic-page-ignored', /paging$/, 1],
  ['semantic-status-ignored', /filter$/, 1],
  ['semantic-sort-ignored', /drift:thelistisinanotherorder/, 0],
  ['semantic-statistic-forgets-failed', /drift:theyarenotequal/, 0],
  ['negative-401-without-challenge', /drift:theheader/, 0],
  ['protocol-leak-server', /drift:theanswertells/, 0],
  ['protocol-flaky-503', /flaky$/, 1],
  ['protocol-encoding-lies', /answer$/, 1],
  ['region-accepts-other-token', /status$/, 1],
] as const;

test.each(sampleOf(faults, 2))(
  '%s',
  async (fault, wanted, status) => {
    const [byNewman, byUs] = await Promise.all([plain(fault), ours(fault)]);
    expect(byNewman.found).toEqual(byUs);
    expect(byUs).toContainEqual(expect.stringMatching(wanted));
    expect(byNewman.status).toBe(status);
  },
  90_000,
);
