import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Difference, Finding, RunResult } from '../../scripts/model/run-result.ts';
import { type chaos, withChaos } from '../fixtures/chaos.ts';
import { clockIn, rightAnswer } from '../fixtures/clock.ts';
import { withFiles } from '../fixtures/open.ts';
import { type Peak, tellsOfProcesses, watchMemory } from '../fixtures/processes.ts';
import { isDeep } from '../fixtures/sample.ts';
import { withServer } from '../fixtures/server.ts';
import { startProgram } from './program.ts';

/** Megabytes that one process may occupy: what it takes to start, and several answers of the longest kind. */
const most = 350;

/** Megabytes that any process of Node takes: less says that none was watched. */
const least = 30;

type Wanted = {
  readonly kind: keyof typeof chaos;
  readonly verdict: 'unreachable' | 'failed' | 'inconclusive';
  /** Of the findings that are as bad as the region: their check, and what is said of why. */
  readonly check: Finding['check'];
  readonly says: string;
};

const unreachable = { verdict: 'unreachable', check: 'answer' } as const;
const failed = { verdict: 'failed' } as const;
const malformed = { ...failed, check: 'http' } as const;

const tooLong = 'the response is larger than 16 MiB, and was not read to its end';
const cutOff = 'the connection was closed in the middle of the response (aborted)';
const closed =
  'the connection was closed before a response was received, by the server or by a proxy in front of it';

/** Nothing ends them but the timeout, so it is short. */
const withoutEnd: readonly Wanted[] = [
  { kind: 'hanging', ...unreachable, says: 'no complete response within 1 s' },
  { kind: 'a byte at a time, without end', ...unreachable, says: 'no complete response within 1 s' },
  { kind: 'a length that is too long, kept open', ...unreachable, says: 'no complete response within 1 s' },
];

/** They end by themselves; all at once they need more time to start than one does. */
const withEnd: readonly Wanted[] = [
  { kind: 'reset', ...unreachable, says: `${closed} (read ECONNRESET)` },
  { kind: 'closed', ...unreachable, says: `${closed} (socket hang up)` },
  { kind: 'half a body, with its length', ...unreachable, says: cutOff },
  { kind: 'half a body, in chunks', ...unreachable, says: cutOff },
  { kind: 'a gzip bomb', ...unreachable, says: tooLong },
  { kind: 'a body of a gigabyte', ...unreachable, says: tooLong },
  { kind: 'half a body, of no known length', ...failed, check: 'json', says: 'Unexpected end of input' },
  { kind: 'a length that is too short', ...malformed, says: 'bytes that do not begin an HTTP response' },
  { kind: 'a header that is none', ...malformed, says: 'a malformed header (' },
  { kind: 'a header of 200 kB', ...malformed, says: 'headers of more than 128 KiB (' },
  { kind: 'a change of the protocol', ...malformed, says: 'a switch to another protocol, although' },
  { kind: 'no HTTP', ...malformed, says: 'bytes that do not begin an HTTP response (' },
  { kind: 'a redirect to itself', ...failed, check: 'status', says: 'status 302 is not documented' },
  {
    ...{ kind: 'nothing but 429', verdict: 'inconclusive', check: 'status' },
    says: 'the rate limit is reached, so nothing can be checked: send requests more slowly',
  },
];

/** One of each outcome, and what takes the most memory. `npm run deep` tries them all. */
const inEveryRun: ReadonlySet<string> = new Set<keyof typeof chaos>([
  ...(['hanging', 'a length that is too long, kept open', 'reset', 'half a body, in chunks'] as const),
  ...(['a gzip bomb', 'half a body, of no known length', 'a header that is none'] as const),
  ...(['a redirect to itself', 'nothing but 429'] as const),
]);
const sampled = (all: readonly Wanted[]): readonly Wanted[] =>
  isDeep ? all : all.filter(({ kind }) => inEveryRun.has(kind));

type Run = {
  readonly code: number | null;
  readonly result: RunResult;
  readonly out: string;
  readonly peak: Peak;
};

/** A name that a region may have. */
const regionOf = (kind: string): string => kind.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** Runs the program in a process of its own against a region of each kind, and one that is well. */
function run(kinds: readonly (keyof typeof chaos)[], timeout: number): Promise<Run> {
  return withServer(
    () => rightAnswer,
    (well) =>
      withEachChaos(kinds, async (sick) => {
        const urls = [...kinds.map((kind, index) => `${regionOf(kind)}=${sick[index]}`), `well=${well}`];
        const bases = urls.flatMap((url) => ['--base-url', url]);
        const spec = clockIn([...kinds.map(regionOf), 'well']);
        return withFiles({ 'clock.yaml': spec }, async (folder) => {
          const options = ['--timeout', String(timeout), '--quiet', '--report-dir', folder];
          const { pid, ended } = startProgram([
            'contract',
            '--spec',
            join(folder, 'clock.yaml'),
            ...bases,
            ...options,
          ]);
          const peakOf = watchMemory(pid);
          const { code, out } = await ended;
          const result = JSON.parse(await readFile(join(folder, 'result.json'), 'utf8'));
          return { code, out, peak: peakOf(), result };
        });
      }),
  );
}

function withEachChaos<T>(
  [kind, ...others]: readonly (keyof typeof chaos)[],
  use: (urls: readonly string[]) => Promise<T>,
): Promise<T> {
  if (kind === undefined) return use([]);
  return withChaos(kind, (url) => withEachChaos(others, (urls) => use([url, ...urls])));
}

describe.runIf(tellsOfProcesses).each([
  { name: 'without end', all: sampled(withoutEnd), timeout: 1, code: 4 },
  { name: 'with an end', all: sampled(withEnd), timeout: 5, code: 1 },
])('responses $name', ({ all, timeout, code }) => {
  let ran: Run;
  beforeAll(async () => {
    ran = await run(
      all.map(({ kind }) => kind),
      timeout,
    );
  }, 180_000);

  test.each(all)('$kind: $verdict', ({ kind, verdict, check, says }) => {
    const { result, out } = ran;
    const region = regionOf(kind);
    expect(result.regions[region]?.verdict).toBe(verdict);
    const worst = result.findings.filter((one) => one.severity === verdict && one.region === region);
    expect(worst.map((one) => one.check)).toContain(check);
    expect(worst.map(({ message, actual = '' }) => `${message}: ${actual}`).join('\n')).toContain(says);
    // The terminal joins the malformed HTTP of all regions into one cause, and shows the reason of the first region.
    if (check !== 'http') expect(out.replace(/\s+/g, ' ')).toContain(says);
    // A region that did not answer says nothing of how regions differ.
    const differs = ({ regions }: Difference) => region in regions && regions[region] !== regions['well'];
    if (verdict !== 'failed' || check === 'http') expect(result.parity.filter(differs)).toEqual([]);
  });

  test('the region that is well is green, and no process is large', () => {
    const { result, peak } = ran;
    expect(ran.code).toBe(code);
    expect(result.regions.well).toMatchObject({ verdict: 'passed', failed: 0, inconclusive: 0, flaky: 0 });
    expect(result.findings.filter((one) => one.region === 'well')).toEqual([]);
    const passed = result.cases.filter((one) => one.region === 'well' && one.verdict === 'passed');
    expect(passed).toHaveLength(8);
    expect(peak.one).toBeGreaterThan(least);
    expect(peak.one).toBeLessThan(most);
  });
});
