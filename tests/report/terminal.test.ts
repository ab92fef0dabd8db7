import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExitCode } from '../../scripts/exit-code.ts';
import type { RunResult } from '../../scripts/model/run-result.ts';
import { columns } from '../../scripts/report/terminal/columns.ts';
import { toTerminal } from '../../scripts/report/terminal.ts';
import { runResult } from './builder.ts';
import { examples } from './examples.ts';

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

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.lorem({ maxCount: 60 }));

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
    expect(plain(broken('\u001b[2J\u009b31mred\u202e'))).toContain('\\u001b[2J\\u009b31mred\\u202e');
  });
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

test('quiet leaves the overview out', () => {
  const quiet = (result: RunResult): string => toTerminal(result, { colour: false, width: 80, quiet: true });
  expect(quiet(green)).toBe('The contract is kept in us and eu: 20 requests, 80 checks.\n');
  const [first] = quiet(examples['one-break'] ?? expect.fail()).split('\n');
  expect(first).toBe('1 ✗ listSailings in eu: the status is the documented one');
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
  expect(plain({ ...green, cases })).toMatch(/^GET \/v1\/[^\n]*…[^\n]*\/sailings {2}✓ {3}✓$/m);
});

const open = { ...green.regions.eu, verdict: 'inconclusive' as const };

test.each<[string, Partial<RunResult>, string]>([
  [
    'a bad description',
    { exitCode: ExitCode.badSpec },
    'The description or the generated files have problems.',
  ],
  ['nothing sent', { exitCode: ExitCode.notJudged, regions: {} }, 'Could not judge: nothing was checked.'],
  [
    'regions open for the same reason',
    { exitCode: ExitCode.notJudged, regions: { us: as(open), eu: as(open) } },
    'Could not judge us and eu: some checks could not be made.',
  ],
  [
    'broken, and another region open',
    { ...examples['one-break'], regions: { us: as(open), ...only('eu') } },
    'The contract is broken in eu: 1 finding. The regions differ: 1 difference. Could not judge us: some checks could not be made.',
  ],
])('the verdict of %s', (_, changes, want) => {
  const text = plain({ ...green, ...changes }, 200).trimEnd();
  expect(text.split('\n').at(-1)).toBe(want);
});

function as(region: Partial<RunResult['regions'][string]>): RunResult['regions'][string] {
  return { ...(green.regions.us ?? expect.fail()), ...region };
}

function only(name: string): RunResult['regions'] {
  const region = examples['one-break']?.regions[name];
  return { [name]: region ?? expect.fail() };
}
