import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Finding, RunResult } from '../../scripts/model/run-result.ts';
import { type chaos, withChaos } from '../fixtures/chaos.ts';
import { clock, rightAnswer } from '../fixtures/clock.ts';
import { withFiles } from '../fixtures/open.ts';
import { type Peak, tellsOfProcesses, watchMemory } from '../fixtures/processes.ts';
import { withServer } from '../fixtures/server.ts';
import { reportFolder, startProgram } from './program.ts';

const timeout = 1;

/** Eight requests of three attempts each that are all given up take 24; the rest is for several at once on a slow machine. */
const seconds = 120;

/** Megabytes that one process may occupy: what it takes to start, and several answers of the longest kind. */
const most = 350;

/** Megabytes that any process of Node takes: less says that none was watched. */
const least = 30;

type Told = {
  readonly code: number | null;
  readonly result: RunResult;
  readonly out: string;
  readonly peak: Peak;
};

/** Runs the program in a process of its own against a region that is sick in this way, and one that is well. */
function run(kind: keyof typeof chaos): Promise<Told> {
  return withFiles({ 'clock.yaml': clock }, (folder) =>
    withChaos(kind, (sick) =>
      withServer(
        () => rightAnswer,
        async (well) => {
          const reports = await reportFolder();
          const urls = ['--base-url', `sick=${sick}`, '--base-url', `well=${well}`];
          const options = ['--timeout', String(timeout), '--quiet', '--report-dir', reports.folder];
          const spec = ['--spec', join(folder, 'clock.yaml')];
          const { pid, ended } = startProgram(['contract', ...spec, ...urls, ...options]);
          const peakOf = watchMemory(pid);
          const { code, out } = await ended;
          return { code, out, peak: peakOf(), result: await reports.result() };
        },
      ),
    ),
  );
}

type Wanted = {
  readonly kind: keyof typeof chaos;
  readonly verdict: 'unreachable' | 'failed' | 'inconclusive';
  readonly code: 1 | 4;
  /** Of the findings that are as bad as the region: their check, and what is said of why. */
  readonly check: Finding['check'];
  readonly says: string;
};

const unreachable = { verdict: 'unreachable', code: 4, check: 'answer' } as const;
const failed = { verdict: 'failed', code: 1 } as const;
const malformed = { ...failed, check: 'http' } as const;

const late = `no whole answer within ${timeout} s`;
const tooLong = 'the response is larger than 16 MiB, and was not read to its end';
const cutOff = 'the connection was closed in the middle of the answer (aborted)';
const closed = 'the connection was closed before an answer came, by the server or by what stands before it';

test.runIf(tellsOfProcesses).concurrent.each<Wanted>([
  { kind: 'hanging', ...unreachable, says: late },
  { kind: 'a byte at a time, without end', ...unreachable, says: late },
  { kind: 'a length that is too long, kept open', ...unreachable, says: late },
  { kind: 'reset', ...unreachable, says: `${closed} (read ECONNRESET)` },
  { kind: 'closed', ...unreachable, says: `${closed} (socket hang up)` },
  { kind: 'half a body, with its length', ...unreachable, says: cutOff },
  { kind: 'half a body, in chunks', ...unreachable, says: cutOff },
  { kind: 'a gzip bomb', ...unreachable, says: tooLong },
  { kind: 'a body of a gigabyte', ...unreachable, says: tooLong },
  { kind: 'half a body, of no known length', ...failed, check: 'json', says: 'Unexpected end of input' },
  { kind: 'a length that is too short', ...malformed, says: 'bytes that belong to no answer' },
  { kind: 'a header that is none', ...malformed, says: 'a header that is none (' },
  { kind: 'a header of 100 kB', ...malformed, says: 'headers of more than 16 KiB (' },
  { kind: 'a change of the protocol', ...malformed, says: 'a change of the protocol, which' },
  { kind: 'no HTTP', ...malformed, says: 'bytes that belong to no answer, or to none of HTTP (' },
  { kind: 'a redirect to itself', ...failed, check: 'status', says: 'status 302 is not documented' },
  {
    ...{ kind: 'nothing but 429', verdict: 'inconclusive', code: 4, check: 'status' },
    says: 'the rate limit is reached, so nothing can be said: ask more slowly',
  },
])(
  '$kind: $verdict, and the other region is green',
  async ({ kind, verdict, code, check, says }) => {
    const { result, out, peak, ...ended } = await run(kind);
    const { sick, well } = result.regions;
    expect(sick?.verdict).toBe(verdict);
    expect(ended.code).toBe(code);
    const worst = result.findings.filter((one) => one.severity === verdict && one.region === 'sick');
    expect(worst.map((one) => one.check)).toContain(check);
    expect(worst.map(({ message, actual = '' }) => `${message}: ${actual}`).join('\n')).toContain(says);
    expect(out.replace(/\s+/g, ' ')).toContain(says);
    expect(well).toMatchObject({ verdict: 'passed', failed: 0, inconclusive: 0, flaky: 0 });
    expect(result.findings.filter(({ region }) => region === 'well')).toEqual([]);
    expect(result.cases.filter((one) => one.region === 'well' && one.verdict === 'passed')).toHaveLength(8);
    // A region that did not answer says nothing of how regions differ.
    if (verdict !== 'failed' || check === 'http') expect(result.parity).toEqual([]);
    expect(peak.one).toBeGreaterThan(least);
    expect(peak.one).toBeLessThan(most);
  },
  seconds * 1000,
);
