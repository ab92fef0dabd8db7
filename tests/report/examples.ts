import { ExitCode } from '../../scripts/base/exit-code.ts';
import { acceptKnown } from '../../scripts/judge/compare/accept.ts';
import { compareWith } from '../../scripts/judge/compare/baseline.ts';
import type { Outcome } from '../../scripts/model/outcome.ts';
import type { Deviation, Difference, RunResult } from '../../scripts/model/run-result.ts';
import { type Change, operations, runResult } from './builder.ts';

const wrongEnum: Outcome = {
  check: 'schema',
  verdict: 'failed',
  message:
    '/items/0/status: expected one of "planned", "boarding", "at sea", "arrived" (and in 3 more places)',
  expected: 'one of "planned", "boarding", "at sea", "arrived"',
  actual: '"done"',
  pointer: '/components/schemas/Sailing/properties/status/enum',
  instance: '/items/0/status',
};
const wrongStatus: Outcome = {
  check: 'status',
  verdict: 'failed',
  message: 'the status is 500 instead of 422',
  expected: 'status 422',
  actual: '500 Internal Server Error',
  pointer: '/paths/~1v1~1lines~1{line_id}~1sailings/get/responses/422',
};
const unknownProperty: Outcome = {
  check: 'schema',
  verdict: 'drift',
  message: '/items/0: expected no property `berth` (and in 24 more places)',
  expected: 'no property `berth`',
  actual: '{"sailing_id":"5f1c","status":"arrived","line":"4711","berth":7}',
  pointer: '/components/schemas/Sailing/unevaluatedProperties',
  instance: '/items/0',
};
const refused: Outcome = {
  check: 'status',
  verdict: 'inconclusive',
  message: 'the status is 401 instead of a success',
  expected: 'a documented success',
  actual: '401 Unauthorized',
  pointer: '/paths/~1v1/get/responses',
};
const sailing = {
  ...wrongEnum,
  message: '/status: expected one of "planned", "boarding", "at sea", "arrived"',
  instance: '/status',
};
const noData: Outcome = {
  check: 'schema',
  verdict: 'inconclusive',
  message: 'no response shows what the filter `status` does: there are no sailings',
  expected: 'a sailing that the filter leaves out',
  actual: '0 items',
  pointer: '/paths/~1v1~1lines~1{line_id}~1sailings/get/x-contract/list/filters/status',
};
const interrupted = 'the run was interrupted before it was sent';
const partly = 'interrupted after 5 of 9 test cases';
const noConnection = 'connection refused at 127.0.0.1:4010. Is the server running?';
const credentials =
  'the credentials are refused (401): every request that should succeed was. Check the token, its scopes, and that it belongs to this region';

const sailings = { operationId: 'listSailings', case: 'success' };
const statusDiffers: Difference = {
  operationId: 'listSailings',
  case: 'missing-from',
  what: 'status',
  regions: { us: '422', eu: '500' },
};
const bookingsDiffer: Difference = {
  operationId: 'bookPassage',
  case: 'success',
  what: 'media type',
  regions: { us: 'application/json', eu: 'text/html' },
};
/** Of the same API, some time ago. */
const baseline = runResult(
  [
    { at: { region: 'us', ...sailings }, outcome: wrongEnum },
    { at: { region: 'eu', ...sailings }, outcome: unknownProperty },
    { at: { operationId: 'getHarbourStatistic', case: 'success' }, outcome: sailing },
    { at: { operationId: 'getSailing' }, verdict: 'unreachable', reason: noConnection },
  ],
  { exitCode: ExitCode.broken, parity: [bookingsDiffer] },
);
const sinceThen = runResult(
  [
    { at: { ...sailings }, outcome: wrongEnum },
    {
      at: { region: 'eu', operationId: 'listSailings', case: 'missing-from' },
      outcome: wrongStatus,
      status: 500,
    },
    { at: { region: 'us', operationId: 'bookPassage', case: 'success' }, outcome: unknownProperty },
    {
      at: { region: 'eu', operationId: 'getHarbourStatistic' },
      verdict: 'skipped',
      reason: 'it costs money',
    },
  ],
  { exitCode: ExitCode.broken, parity: [statusDiffers] },
);

const deviation = (line: number, entry: Partial<Deviation>): Deviation => ({
  ...{
    region: 'all',
    operation: 'listSailings',
    check: 'schema',
    reason: 'the vendor mends it, ticket 4711',
  },
  ...{ expires: '2026-03-31', location: `known.yaml:${line}:3` },
  ...entry,
});
const accepted = (result: RunResult, deviations: readonly Deviation[]): RunResult =>
  acceptKnown(result, {
    deviations,
    today: '2026-01-12',
    planned: { regions: Object.keys(result.regions), cases: operations, mayVerify: () => true },
  });
const knownBreaks = [
  deviation(2, { case: 'success' }),
  deviation(8, { region: 'us', operation: 'bookPassage', reason: 'harmless' }),
  deviation(14, { check: 'parity' }),
];

const again: Change = {
  at: { region: 'us', operationId: 'getSailing', case: 'success' },
  verdict: 'flaky',
  reason: 'failed with 503 Service Unavailable, then passed',
};
const strictly = (changes: readonly Change[]): RunResult => ({
  ...runResult(changes, { exitCode: ExitCode.broken }),
  strict: true,
});

/** One run of each kind that a report has something else to say of. */
export const examples: Readonly<Record<string, RunResult>> = {
  known: accepted(
    runResult(
      [
        { at: sailings, outcome: wrongEnum },
        { at: { region: 'us', operationId: 'bookPassage', case: 'success' }, outcome: unknownProperty },
        { at: { region: 'us', operationId: 'getSailing', case: 'success' }, outcome: unknownProperty },
      ],
      { parity: [statusDiffers] },
    ),
    [...knownBreaks, deviation(20, { operation: 'bookPassage', check: 'relation' })],
  ),
  'known-and-broken': accepted(sinceThen, knownBreaks),
  stale: accepted(runResult([{ at: sailings, outcome: wrongEnum }], { exitCode: ExitCode.broken }), [
    deviation(2, { case: 'success', expires: '2026-01-11' }),
    deviation(8, { operation: 'getSailing', region: 'eu', pointer: '/components/schemas/Sailing/required' }),
  ]),
  'stale-alone': accepted(runResult([], { exitCode: ExitCode.broken }), [knownBreaks[0] ?? deviation(2, {})]),
  'only-failed': {
    ...runResult([
      {
        at: { operationId: 'bookPassage' },
        verdict: 'skipped',
        reason: 'it did not fail in before.json',
      },
    ]),
    onlyFailed: 'before.json',
    unsent: [],
  },
  'not-sent-again': {
    ...runResult([], { exitCode: ExitCode.notJudged }),
    onlyFailed: 'before.json',
    unsent: ['success', 'missing-from', 'sort-name', 'gone'].map((name) => ({
      region: 'eu',
      operationId: 'bookPassage',
      case: name,
      reason: name === 'gone' ? 'it is no longer in the suite' : 'it costs money: sent only with --allow-run',
    })),
  },
  'since-baseline': compareWith(sinceThen, baseline),
  'fixed-since-baseline': compareWith(runResult([]), baseline),
  'all-green': runResult([]),
  'one-break': runResult(
    [
      {
        at: { region: 'eu', operationId: 'listSailings', case: 'missing-from' },
        outcome: wrongStatus,
        status: 500,
      },
    ],
    {
      exitCode: ExitCode.broken,
      parity: [
        {
          operationId: 'listSailings',
          case: 'missing-from',
          what: 'status',
          regions: { us: '422', eu: '500' },
        },
      ],
    },
  ),
  'same-break': runResult(
    [
      { at: { operationId: 'listSailings', case: 'success' }, outcome: wrongEnum },
      { at: { operationId: 'getSailing', case: 'success' }, outcome: sailing },
      {
        at: { region: 'eu', operationId: 'listSailings', case: 'missing-from' },
        outcome: wrongStatus,
        status: 500,
      },
    ],
    { exitCode: ExitCode.broken },
  ),
  unreachable: runResult([{ at: { region: 'eu' }, verdict: 'unreachable', reason: noConnection }], {
    exitCode: ExitCode.notJudged,
    reasons: { eu: noConnection },
  }),
  drift: runResult([
    { at: { operationId: 'listSailings', case: 'success' }, outcome: unknownProperty },
    { at: { region: 'us', operationId: 'getSailing', case: 'success' }, outcome: unknownProperty },
  ]),
  'strict-drift': strictly([
    { at: { region: 'us', operationId: 'listSailings', case: 'success' }, outcome: unknownProperty },
  ]),
  'strict-flaky': strictly([again]),
  'strict-break': strictly([
    { at: { operationId: 'bookPassage', case: 'success' }, outcome: wrongEnum },
    { at: { region: 'us', operationId: 'listSailings', case: 'success' }, outcome: unknownProperty },
    again,
  ]),
  inconclusive: runResult(
    [{ at: { region: 'eu', case: 'success' }, outcome: refused, reason: credentials, status: 401 }],
    {
      exitCode: ExitCode.notJudged,
      reasons: { eu: credentials },
    },
  ),
  'no-data': runResult(
    [{ at: { region: 'us', operationId: 'listSailings', case: 'success' }, outcome: noData }],
    {
      exitCode: ExitCode.notJudged,
    },
  ),
  interrupted: runResult(
    [
      {
        at: { region: 'us', operationId: 'listSailings', case: 'missing-from' },
        outcome: wrongStatus,
        status: 500,
      },
      { at: { operationId: 'getSailing' }, verdict: 'inconclusive', isLost: true, reason: interrupted },
      {
        at: { operationId: 'getHarbourStatistic' },
        verdict: 'inconclusive',
        isLost: true,
        reason: interrupted,
      },
    ],
    { exitCode: ExitCode.interrupted, reasons: { us: partly, eu: partly } },
  ),
  skipped: runResult([
    {
      at: { operationId: 'bookPassage' },
      verdict: 'skipped',
      reason: 'it costs money: only sent with --allow-run',
    },
  ]),
  flaky: runResult([again]),
  parity: runResult([], {
    exitCode: ExitCode.broken,
    parity: [
      {
        operationId: 'getSailing',
        case: 'unknown-sailing_id',
        what: 'status',
        regions: { us: '404', eu: '403' },
      },
      {
        operationId: 'getSailing',
        case: 'unknown-sailing_id',
        what: 'media type',
        regions: { us: 'application/json', eu: 'text/html' },
      },
      {
        operationId: 'listSailings',
        case: 'all with status 200',
        what: 'body',
        where: '/items/*/arrives_at',
        regions: { us: 'date-time', eu: 'naive date-time' },
      },
      ...['listSailings', 'getSailing'].map((operationId) => ({
        operationId,
        case: 'all with status 200',
        what: 'header' as const,
        where: 'cache-control',
        regions: { us: 'no-store', eu: 'max-age=60' },
      })),
      {
        operationId: 'listSailings',
        case: 'success',
        what: 'page size',
        regions: { us: '50 items', eu: '20 items' },
      },
    ],
  }),
  uncovered: {
    ...runResult([], { exitCode: ExitCode.broken }),
    coverage: { ...runResult([]).coverage, floor: 90 },
  },
};

/** Two causes, five differences, and a clause in drift: something in every part of a report. */
export const mixed: RunResult = runResult(
  [
    { at: { operationId: 'listSailings', case: 'success' }, outcome: wrongEnum },
    { at: { operationId: 'getSailing', case: 'success' }, outcome: sailing },
    { at: { operationId: 'getSailing', case: 'wrong-token' }, outcome: unknownProperty },
    {
      at: { region: 'eu', operationId: 'listSailings', case: 'missing-from' },
      outcome: wrongStatus,
      status: 500,
    },
  ],
  { exitCode: ExitCode.broken, parity: examples['parity']?.parity ?? [] },
);
