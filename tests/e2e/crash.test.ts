import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as alone, describe, expect, vi } from 'vitest';
import type { RunResult } from '../../scripts/model/run-result.ts';
import type { ContractCollection } from '../../scripts/suite/postman/contract-collection.ts';
import { toEvent } from '../../scripts/suite/postman/script.ts';
import { clock, rightAnswer } from '../fixtures/clock.ts';
import { openText, withFiles } from '../fixtures/open.ts';
import { isAlive, regionProcessesOf, tellsOfProcesses } from '../fixtures/processes.ts';
import { runSuite } from '../fixtures/run.ts';
import { linesOf, listenOn, withServer } from '../fixtures/server.ts';
import { type Program, reportFolder, startProgram } from './program.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Each waits most of the time. */
const test = alone.concurrent;
const testWithProcesses = alone.runIf(tellsOfProcesses).concurrent;

/** Of eight requests in a region, the one while which it breaks. */
const breaksAt = 3;

type Running = {
  readonly program: Program;
  /** How many requests the region `sick` got. */
  readonly asked: () => number;
  readonly reports: Awaited<ReturnType<typeof reportFolder>>;
  /** Has come when the region `sick` is asked for the third time. */
  readonly underWay: Promise<void>;
};

/** The program with two regions that keep the contract, at a pace that leaves time for breaking something. */
function withProgram<T>(use: (running: Running) => Promise<T>, env: Readonly<Record<string, string>> = {}) {
  let asked = 0;
  let start: () => void = () => undefined;
  const underWay = new Promise<void>((resolve) => {
    start = resolve;
  });
  return withFiles({ 'clock.yaml': clock }, (folder) =>
    withServer(
      () => {
        asked += 1;
        if (asked === breaksAt) start();
        return rightAnswer;
      },
      (sick) =>
        withServer(
          () => rightAnswer,
          async (well) => {
            const reports = await reportFolder();
            const urls = ['--base-url', `sick=${sick}`, '--base-url', `well=${well}`];
            const options = ['--rate', '120/min', '--quiet', '--report-dir', reports.folder];
            const args = ['contract', '--spec', join(folder, 'clock.yaml'), ...urls, ...options];
            const program = startProgram(args, { ...env, NODE_SICK: sick });
            return use({ program, asked: () => asked, reports, underWay });
          },
        ),
    ),
  );
}

function expectOneLost(result: RunResult, reason: RegExp): void {
  const { sick, well } = result.regions;
  expect(sick?.verdict).toBe('inconclusive');
  expect(sick?.reason).toMatch(reason);
  expect(well).toMatchObject({ verdict: 'passed', failed: 0, inconclusive: 0 });
  expect(result.exitCode).toBe(4);
  const verdicts = (region: string) =>
    result.cases.flatMap((one) => (one.region === region && one.verdict !== 'skipped' ? one.verdict : []));
  expect(verdicts('well')).toEqual(Array.from({ length: 8 }, () => 'passed'));
  // What was judged before stays judged.
  expect(verdicts('sick').filter((verdict) => verdict === 'passed').length).toBeGreaterThan(0);
  expect(new Set(verdicts('sick'))).toEqual(new Set(['passed', 'inconclusive']));
}

/** A module for `--import`: Node runs the code in every process that it starts before anything else. */
async function preloaded(code: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'preloaded-')), 'code.mjs');
  await writeFile(file, code);
  return `--import=${file}`;
}

describe('what ends the process of one region leaves the other whole', () => {
  testWithProcesses('SIGKILL', async () => {
    await withProgram(async ({ program, underWay, reports, asked }) => {
      await underWay;
      const [sick = 0, ...others] = regionProcessesOf(program.pid);
      expect(others).toHaveLength(1);
      process.kill(sick, 'SIGKILL');
      const { code, out } = await program.ended;
      expect(code).toBe(4);
      expect(asked()).toBeLessThan(8);
      const reason = /^newman stopped: its process ended with SIGKILL: perhaps a user stopped it/;
      expect(out.replace(/\s+/g, ' ')).toContain('newman stopped: its process ended with SIGKILL');
      expectOneLost(await reports.result(), reason);
      expect(await readdir(reports.folder)).toEqual(
        expect.arrayContaining(['junit.xml', 'result.json', 'run.har', 'summary.md']),
      );
    });
  });

  test('an exception that nobody catches', async () => {
    const thrower = await preloaded(`
      const hear = (job) => {
        if (!Object.values(job.variables).includes(process.env.NODE_SICK)) return;
        const { send } = process;
        let items = 0;
        process.send = (message) => {
          items += 1;
          if (items === 3) setImmediate(() => { throw new RangeError('the sky falls'); });
          return send.call(process, message);
        };
      };
      // Not before the program listens itself: what has been heard is not said again.
      if (/run.child\\.js$/.test(process.argv[1])) process.on('newListener', (event, listener) => {
        if (event === 'message' && listener !== hear) process.on('message', hear);
      });`);
    await withProgram(
      async ({ program, reports }) => {
        const { code } = await program.ended;
        expect(code).toBe(4);
        const reason = /^newman stopped: its process ended with exit status \d+: RangeError: the sky falls$/;
        expectOneLost(await reports.result(), reason);
      },
      { NODE_OPTIONS: thrower },
    );
  });

  test('a check script without end', async () => {
    const opened = await openText(clock);
    await withServer(
      () => rightAnswer,
      (sick) =>
        withServer(
          () => rightAnswer,
          async (well) => {
            const result = await runSuite(opened, {
              baseUrls: [`sick=${sick}`, `well=${well}`],
              timeoutMs: 15_000,
              patienceMs: 1000,
              change: (selection) => ({ ...selection, collection: endless(selection.collection, sick) }),
            });
            expectOneLost(result, /^newman stopped: a script or a request does not end$/);
          },
        ),
    );
  });
});

/** By itself: its limits are short, and the script without end above takes a whole core. */
alone('a run that takes longer than that is not held to have no end', async () => {
  const opened = await openText(clock);
  const slow = createServer((request, response) => {
    request
      .resume()
      .on('end', () =>
        setTimeout(() => response.writeHead(200, linesOf(rightAnswer.headers)).end(rightAnswer.body), 1600),
      );
  });
  const started = performance.now();
  const baseUrls = [`sick=${await listenOn(slow)}`];
  const limits = { timeoutMs: 5000, patienceMs: 6000 };
  const result = await runSuite(opened, { baseUrls, ...limits }).finally(() => slow.close());
  expect(performance.now() - started).toBeGreaterThan(limits.timeoutMs + limits.patienceMs);
  expect(result.regions.sick).toMatchObject({ verdict: 'passed' });
});

/** With a script in its last folder that never ends where the base URL is this one. */
function endless({ item: folders, ...rest }: ContractCollection, url: string): ContractCollection {
  const event = [toEvent('test', `if (pm.request.url.toString().startsWith('${url}')) for (;;);`)];
  const last = folders.length - 1;
  return { ...rest, item: folders.map((folder, at) => (at === last ? { ...folder, event } : folder)) };
}

testWithProcesses('the process of a region knows no variable that may hold a secret', async () => {
  const given = { RIVERY_EU_TOKEN: 'geheim', AWS_SECRET_ACCESS_KEY: 'geheim', HTTPS_PROXY: '', TZ: 'UTC' };
  await withProgram(async ({ program, underWay }) => {
    await underWay;
    const [first = 0, ...others] = regionProcessesOf(program.pid);
    expect(others).toHaveLength(1);
    const known = (await readFile(`/proc/${first}/environ`, 'utf8')).split('\0');
    expect(known).toEqual(expect.arrayContaining([`PATH=${process.env.PATH}`, 'TZ=UTC', 'HTTPS_PROXY=']));
    expect(known.join()).not.toContain('geheim');
    await program.ended;
  }, given);
});

testWithProcesses('when the program is killed its processes end, and send nothing more', async () => {
  await withProgram(async ({ program, underWay, asked }) => {
    await underWay;
    const processes = regionProcessesOf(program.pid);
    expect(processes).toHaveLength(2);
    process.kill(program.pid, 'SIGKILL');
    await program.ended;
    // The pace is a request in half a second.
    await sleep(1000);
    expect(processes.filter(isAlive)).toEqual([]);
    const sent = asked();
    await sleep(1200);
    expect(asked()).toBe(sent);
  });
});

test('an exception that nobody catches ends the program at once, as a bug', async () => {
  const thrower = await preloaded(`
    if (/bin\\.js$/.test(process.argv[1])) process.on('newListener', (event) => {
      if (event === 'SIGTERM') setTimeout(() => { throw new RangeError('the sky falls'); }, 2000);
    });`);
  await withProgram(
    async ({ program, asked }) => {
      const { code, err } = await program.ended;
      expect(code).toBe(70);
      expect(err).toMatch(
        /^This is a bug of this program, please report it:\nRangeError: the sky falls\n +at /m,
      );
      const sent = asked();
      expect(sent).toBeLessThan(8);
      await sleep(1200);
      expect(asked()).toBe(sent);
    },
    { NODE_OPTIONS: thrower },
  );
});

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
