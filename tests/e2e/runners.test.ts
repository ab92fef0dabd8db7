import { mkdtempSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../scripts/io/secrets/redact.ts';
import { build, openText } from '../fixtures/open.ts';
import { type Recorded, startRecorder } from '../fixtures/recorder.ts';
import { callPostman, callRunner, missing, runners } from '../fixtures/runners.ts';
import { isDeep } from '../fixtures/sample.ts';
import { startLocal } from './local.ts';

/*
 * Every generated collection is accepted by Postman's own tools, and four runners send the same requests in the same order.
 *
 * What the Postman CLI 1.34.0 does otherwise with Collection 3.0, none of which happens where everything is allowed and
 * given and each request gets a response:
 * - `pm.execution.skipRequest()` counts as a failure ("Request could not be completed"). A run in which a guard leaves a
 *   request out ends with status 1.
 * - `setNextRequest` has no effect in a pre-request script that skips its request or throws. So a missing variable does not
 *   end the run: the other requests of the folder are sent.
 * - A request whose pre-request script throws is not sent.
 * - No test script runs where no response came, so such a request is not sent again.
 * - A request without a body has `Content-Length: 0`, a GET too (RFC 9110, section 8.6, allows it).
 * Each runner has a `User-Agent` and a `Postman-Token` of its own, and the CLI writes the names of headers in lower case and in
 * another order when it runs v3.
 */
const folder = mkdtempSync(join(tmpdir(), 'runners-'));
const names = ['rivery', 'rivery.contract'] as const;
const fileOf = (name: string): string => resolve(`collections/${name}.postman_collection.json`);
const migratedOf = (name: string): string => join(folder, name);

/** The window is given, for what fills it in reads the clock; and the clock of the simulator stands still. */
const noon = Date.UTC(2026, 0, 19, 12);
const window = { start_date: '2026-01-12T12:00:00', end_date: '2026-01-19T12:00:00' };

describe.skipIf(missing.length > 0)("Postman's own tools", () => {
  test.each(names)(
    '%s: migrate and lint accept it, and four runners send the same',
    async (name) => {
      expect(await migrate(fileOf(name), migratedOf(name))).toEqual({ status: 0, problems: [] });
      const runs: Record<string, Sent[]> = {};
      for (const [runner, { program, format }] of runnersOf(name)) {
        const collection = format === 'v3' ? migratedOf(name) : fileOf(name);
        const { status, out, recorded } = await run([...program, collection]);
        expect({ runner, status, out: status === 0 ? '' : out }).toEqual({ runner, status: 0, out: '' });
        runs[runner] = recorded.map(toSent);
      }
      const [first = [], ...others] = Object.values(runs);
      expect(first.length).toBeGreaterThanOrEqual(name === 'rivery' ? 9 : 100);
      for (const sent of others) expect(sent).toEqual(first);
    },
    900_000,
  );

  test('a collection without requests', async () => {
    const empty = { openapi: '3.1.0', info: { title: 'Empty', version: '1' }, paths: {} };
    const { files } = await build(await openText(empty));
    const collections = files.filter(({ name }) => name.endsWith('collection.json'));
    expect(collections).toHaveLength(2);
    for (const { name, text } of collections) {
      await writeFile(join(folder, name), text);
      const migrated = join(folder, `${name}.v3`);
      expect(await migrate(join(folder, name), migrated)).toEqual({ status: 0, problems: [] });
    }
  }, 300_000);
});

/** The contract collection is long, so all four runners send it only in `npm run deep`. */
function runnersOf(name: string): (readonly [string, { program: readonly string[]; format: string }])[] {
  const all = Object.entries(runners);
  if (isDeep || name === 'rivery') return all;
  return all.filter(([runner]) => ['newman as pinned', 'the Postman CLI, v3'].includes(runner));
}

/** Migrates a collection and lints the result. */
async function migrate(file: string, to: string): Promise<{ status: number; problems: readonly unknown[] }> {
  const { status, out } = await callPostman(['collection', 'migrate', file, '--output', to]);
  if (status !== 0) return { status, problems: [out] };
  const linted = await callPostman(['collection', 'lint', to, '--fail-severity', 'warning']);
  return { status: linted.status, problems: linted.status === 0 ? [] : [linted.out] };
}

/** Runs a collection against a simulator that is new, so that each runner finds the same. */
async function run(program: readonly string[]) {
  const { simulator } = await startLocal({ clock: () => noon });
  const region = simulator.regions.find(({ name }) => name === 'eu') ?? expect.fail();
  const recorder = await startRecorder(region.url);
  const environment = await environmentOf({
    ...window,
    'base-url': recorder.url,
    'run-base-url': recorder.url,
  });
  const tokens = simulator.regions.map(({ variables }) => variables['token'] ?? '');
  const ended = await callRunner([...program, '--environment', environment], createRedactor(tokens));
  recorder.close();
  await simulator.close();
  return { ...ended, recorded: recorder.recorded };
}

/** The generated environment of a simulated region, in which everything is allowed, with other values for some variables. */
async function environmentOf(given: Readonly<Record<string, string>>): Promise<string> {
  const { values, ...rest } = JSON.parse(
    await readFile('collections/rivery.simulator-eu.postman_environment.json', 'utf8'),
  );
  const changed = values.map((one: { key: string; value: string }) => ({
    ...one,
    value: given[one.key] ?? one.value,
  }));
  const file = join(await mkdtemp(join(folder, 'environment-')), 'eu.json');
  await writeFile(file, JSON.stringify({ ...rest, values: changed }));
  return file;
}

type Sent = Omit<Recorded, 'headers'> & { readonly headers: Readonly<Record<string, unknown>> };

/** Without the headers that a runner gives of its own, and the length of the body, which is compared itself. */
function toSent({ headers, ...request }: Recorded): Sent {
  const own = ['host', 'user-agent', 'postman-token', 'content-length'];
  return {
    ...request,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name))),
  };
}
