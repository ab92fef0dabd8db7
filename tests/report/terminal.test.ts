import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExitCode } from '../../scripts/base/exit-code.ts';
import type { Gap, RunResult } from '../../scripts/model/run-result.ts';
import { columns } from '../../scripts/report/terminal/page.ts';
import { runResult } from './builder.ts';
import { examples } from './examples.ts';
import { toTerminal } from './write.ts';

const plain = (result: RunResult, width = 80): string => toTerminal(result, { colour: false, width });
const green = runResult([]);
const sgr = new RegExp(`${'\u001b'}\\[\\d+m`, 'g');

const broken = (text: string): RunResult => {
  const at = { region: 'eu', operationId: 'listSailings', case: 'success' };
  const outcome = {
    check: 'schema',
    verdict: 'failed',
    message: text,
    expected: text,
    actual: text,
  } as const;
  const withCurl = runResult([{ at, outcome }], { exitCode: ExitCode.broken, reasons: { eu: text } });
  return { ...withCurl, findings: withCurl.findings.map(({ curl, ...finding }) => finding) };
};

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300, size: 'max' }),
  fc.lorem({ maxCount: 60 }),
);

describe('whatever an answer says', () => {
  test('no line is wider than the terminal', () => {
    const widths = fc.integer({ min: 50, max: 160 });
    fc.assert(
      fc.property(anyText, widths, (text, width) => {
        for (const line of plain(broken(text), width).split('\n'))
          expect(columns(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('nothing but line feeds and printable characters gets out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plain(broken(text))).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]/u);
        expect(toTerminal(broken(text), { colour: true, width: 80 }).replace(sgr, '')).not.toContain(
          '\u001b',
        );
      }),
    );
  });

  test('an escape sequence is shown, not obeyed', () => {
    expect(plain(broken('\u001b[2J\u009b31mred\u202e\ud800'))).toContain(
      '\\u001b[2J\\u009b31mred\\u202e\\ud800',
    );
  });
});

test.each([
  ['abc', 3],
  ['café', 4],
  ['cafe\u0301', 4],
  ['日本', 4],
  ['😀!', 3],
])('%s takes its columns', (text, want) => {
  expect(columns(text)).toBe(want);
});

const schemaBreak = {
  check: 'schema',
  verdict: 'failed',
  expected: 'type string',
  pointer: '/a/type',
} as const;

test('a case that fails in some of the regions names them', () => {
  const at = { operationId: 'listSailings' };
  const outcome = { ...schemaBreak, message: 'expected type string' };
  const result = runResult([
    { at: { ...at, case: 'success' }, outcome },
    { at: { ...at, case: 'wrong-token', region: 'eu' }, outcome },
  ]);
  expect(plain(result)).toContain('    case      success, wrong-token (eu)\n');
});

test('a clause broken at another place of the same operation is named by the place', () => {
  const result = runResult([
    {
      at: { operationId: 'listSailings', case: 'success' },
      outcome: { ...schemaBreak, message: '/a: expected type string' },
    },
    {
      at: { operationId: 'listSailings', case: 'wrong-token' },
      outcome: { ...schemaBreak, message: '/b: expected type string' },
    },
    {
      at: { operationId: 'getSailing', case: 'success' },
      outcome: { ...schemaBreak, message: '/c: expected type string' },
    },
  ]);
  expect(plain(result)).toContain(
    '    also in   /b: expected type string (us, eu)\n              getSailing (us, eu)\n',
  );
});

test('a case that could not be judged is told of without a finding too', () => {
  const at = { region: 'eu', operationId: 'getSailing', case: 'success' };
  const result = runResult([{ at, verdict: 'unreachable', reason: 'the host is unknown' }]);
  const want = 'Unreachable\n  ! the host is unknown\n    eu: getSailing (success)\n';
  expect(plain({ ...result, findings: [] })).toContain(want);
  expect(plain(result)).toContain(want);
});

test.each(Object.entries(examples))('%s: colour adds nothing but colour', (_, result) => {
  expect(toTerminal(result, { colour: true, width: 80 }).replace(sgr, '')).toBe(plain(result));
});

test.each(Object.entries(examples))('%s: one final newline, none but single blank lines', (_, result) => {
  expect(plain(result)).toMatch(/[^\n]\n$/);
  expect(plain(result)).not.toMatch(/\n\n\n| \n/);
});

test('a wide terminal has a region on one line', () => {
  expect(plain(green, 120)).toContain(
    '✓ eu  https://api.eu-west-1.ferries.example  10 requests in 1.9 s, 40 checks, all passed\n',
  );
});

test('a region stands on one line exactly where all of them fit', () => {
  const regions = (width: number): string[] =>
    plain(green, width)
      .split('\n')
      .filter((line) => /https:|requests in/.test(line));
  const longest = Math.max(...regions(120).map(columns));
  expect(regions(longest)).toEqual(regions(120));
  expect(regions(longest - 1)).toEqual(regions(80));
});

test('the five kinds of gaps that there are most of are told, the others counted', () => {
  const gap = (what: Gap['what'], reason: string): Gap => ({ operationId: 'getSailing', what, reason });
  const gaps = [
    ...['a', 'b', 'c', 'd', 'e'].map((reason) => gap('property', reason)),
    gap('parameter', 'a'),
    gap('property', 'f'),
    ...[1, 2].map(() => gap('enum value', 'a')),
  ];
  const text = plain({ ...green, coverage: { ...green.coverage, gaps } });
  expect(text).toContain('30 of 31 properties, 0 of 4 response headers, 9 gaps\n  2 × enum value: a\n');
  expect(text).toContain('  1 × property: d\n  and 3 gaps of 3 other kinds\n\n');
});

test('three operations are named, four are counted', () => {
  const skip = (...ids: readonly string[]): string =>
    plain(
      runResult(
        ids.map((operationId) => ({
          at: { operationId, case: 'success' },
          verdict: 'skipped',
          reason: 'no',
        })),
      ),
    );
  const three = ['bookPassage', 'listSailings', 'getSailing'];
  expect(skip(...three)).toContain('us and eu: bookPassage, listSailings and getSailing (success)\n');
  expect(skip(...three, 'getHarbourStatistic')).toContain('us and eu: 4 cases of 4 operations\n');
});

test('regions that do not fit side by side stand below each other', () => {
  const names = ['asia-pacific-southeast-1', 'europe-central-1', 'north-america-east-2', 'south-america-1'];
  const [region = expect.fail()] = Object.values(green.regions);
  const cases = names.flatMap((name) => green.cases.slice(0, 2).map((each) => ({ ...each, region: name })));
  const many = { ...green, cases, regions: Object.fromEntries(names.map((name) => [name, region])) };
  const lines = plain(many).split('\n');
  for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(80);
  for (const name of names) expect(lines.some((line) => line.trim().split(/\s+/).includes(name))).toBe(true);
  expect(lines.filter((line) => line.startsWith('bookPassage'))).toHaveLength(3);
});

test('a long operation keeps both of its ends', () => {
  const operationId = `GET /v1/${'deep/'.repeat(20)}sailings`;
  const cases = green.cases.map((each) => ({ ...each, operationId }));
  for (const line of plain({ ...green, cases }).split('\n')) expect(columns(line)).toBeLessThanOrEqual(80);
  expect(plain({ ...green, cases })).toMatch(
    /^GET \/v1\/(?:deep\/)+[^\n]{0,4}…[^\n]{0,4}\/?(?:deep\/)+sailings {2}✓ {3}✓$/m,
  );
});
