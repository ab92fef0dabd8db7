import { expect, test } from 'vitest';
import { ExitCode } from '../../scripts/base/exit-code.ts';
import type { RunResult } from '../../scripts/model/run-result.ts';
import { runResult } from './builder.ts';
import { examples } from './examples.ts';
import { toTerminal } from './write.ts';

const green = runResult([]);
const interrupted = { exitCode: ExitCode.interrupted };
const flakyAndDrift = runResult([
  { at: { region: 'us' }, verdict: 'flaky', reason: 'before that: 503 Service Unavailable' },
  {
    at: { region: 'eu', operationId: 'getSailing', case: 'success' },
    outcome: { check: 'schema', verdict: 'drift', message: 'it has `berth`', pointer: '/berth' },
  },
]);
const open = { ...green.regions.eu, verdict: 'inconclusive' as const };

test.each<[string, Partial<RunResult>, string]>([
  ['a bad description', { exitCode: ExitCode.badSpec }, 'The spec or the generated files have problems.'],
  ['nothing sent', { exitCode: ExitCode.notJudged, regions: {} }, 'Could not judge: nothing was checked.'],
  [
    'regions open for the same reason',
    { exitCode: ExitCode.notJudged, regions: { us: usWith(open), eu: usWith(open) } },
    'Could not judge us and eu: some checks could not be made.',
  ],
  [
    'regions that differ, with drift that breaks nothing',
    { ...examples.drift, exitCode: ExitCode.broken, parity: examples.parity?.parity ?? [] },
    'The regions differ: 6 differences (5 causes). Also found: 3 drift findings (1 cause).',
  ],
  [
    'a run in which one region is flaky and the other drifts',
    flakyAndDrift,
    'The contract is kept in us and eu, with 10 flaky cases and 1 drift finding: 20 requests, 80 checks.',
  ],
  [
    'such a run that covers too little',
    { ...flakyAndDrift, exitCode: ExitCode.broken, coverage: { ...green.coverage, floor: 90 } },
    'The contract is kept in us and eu, with 10 flaky cases and 1 drift finding: 20 requests, 80 checks. Coverage is too low: 86.4 %, and the floor is 90 %.',
  ],
  [
    'such a run of only what failed',
    { ...flakyAndDrift, onlyFailed: 'before.json' },
    'The contract is kept in us and eu, with 10 flaky cases and 1 drift finding: 20 requests, 80 checks. Only what failed in before.json was sent again.',
  ],
  [
    'such a run that was interrupted',
    { ...flakyAndDrift, ...interrupted },
    'Interrupted: us and eu were judged in part only. Also found: 10 flaky cases and 1 drift finding.',
  ],
  [
    'such a run in which one region is open',
    {
      ...flakyAndDrift,
      exitCode: ExitCode.notJudged,
      regions: { us: usWith({}), eu: usWith(open) },
    },
    'Could not judge eu: some checks could not be made. us keeps the contract, with 10 flaky cases. Also found: 1 drift finding.',
  ],
  [
    'such a run in which the contract is broken',
    {
      ...flakyAndDrift,
      exitCode: ExitCode.broken,
      findings: [...flakyAndDrift.findings, ...(examples['one-break']?.findings ?? [])],
    },
    'The contract is broken in eu: 1 finding. Also found: 10 flaky cases and 1 drift finding.',
  ],
  [
    'broken, and another region open',
    { ...examples['one-break'], regions: { us: usWith(open), ...only('eu') } },
    'The contract is broken in eu: 1 finding. The regions differ: 1 difference. Could not judge us: some checks could not be made.',
  ],
  [
    'a strict run with flaky cases only',
    examples['strict-flaky'] ?? {},
    'Flaky counts as broken in us: 1 case.',
  ],
  [
    'a strict run that is broken in every way',
    examples['strict-break'] ?? {},
    'The contract is broken in us and eu: 2 findings (1 cause). Drift counts as broken in us: 1 finding. Flaky counts as broken in us: 1 case.',
  ],
  [
    'a run that was interrupted in one region',
    { ...interrupted, regions: { us: usWith({}) } },
    'Interrupted: us was judged in part only.',
  ],
  [
    'a run that was interrupted before anything was checked in a region',
    { ...interrupted, regions: { us: usWith({}), eu: usWith({ checks: 0 }) } },
    'Interrupted: us was judged in part only. eu was not judged, because nothing was checked there yet.',
  ],
  [
    'a run that was interrupted before anything was checked',
    { ...interrupted, regions: { us: usWith({ checks: 0 }), eu: usWith({ checks: 0 }) } },
    'Interrupted: us and eu were not judged, because nothing was checked there yet.',
  ],
])('the verdict of %s', (_, changes, want) => {
  const text = toTerminal({ ...green, ...changes }, { colour: false, width: 200 }).trimEnd();
  expect(text.split('\n').at(-1)).toBe(want);
});

function usWith(region: Partial<RunResult['regions'][string]>): RunResult['regions'][string] {
  return { ...(green.regions.us ?? expect.fail()), ...region };
}

function only(name: string): RunResult['regions'] {
  const region = examples['one-break']?.regions[name];
  return { [name]: region ?? expect.fail() };
}
