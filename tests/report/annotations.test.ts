import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExitCode } from '../../scripts/base/exit-code.ts';
import type { RunResult } from '../../scripts/model/run-result.ts';
import { runResult } from './builder.ts';
import { examples } from './examples.ts';
import { toAnnotations } from './write.ts';

const broken = examples['one-break'] ?? expect.fail();

test('names the line in the description', () => {
  expect(toAnnotations(broken)[0]).toMatch(
    /^::error file=spec\/ferries\.yaml,line=\d+,col=11,title=[^,:]+::/,
  );
});

test.each([
  ['drift', ['warning', 'warning']],
  ['strict-drift', ['error']],
  ['flaky', ['warning']],
  ['strict-flaky', ['error']],
])('%s: %o', (name, levels) => {
  const lines = toAnnotations(examples[name] ?? expect.fail());
  expect(new Set(lines.map((line) => line.split(/:+| /)[1]))).toEqual(new Set(levels));
});

test('whatever ends in another exit status than 0 has an error, and a green run has none', () => {
  const nothing: RunResult = { ...runResult([]), exitCode: ExitCode.notJudged, regions: {}, cases: [] };
  const unchecked = Object.entries(runResult([]).regions).map(([name, region]) => {
    return [name, { ...region, checks: 0, verdict: 'inconclusive' as const }] as const;
  });
  const more = { nothing, 'nothing checked': { ...nothing, regions: Object.fromEntries(unchecked) } };
  for (const [name, result] of Object.entries({ ...examples, ...more })) {
    const hasError = toAnnotations(result).some((line) => line.startsWith('::error '));
    expect({ name, hasError }).toEqual({ name, hasError: result.exitCode !== ExitCode.kept });
  }
});

test('flaky cases of a whole region are one annotation, with their number', () => {
  const result = runResult([{ at: { region: 'us' }, verdict: 'flaky', reason: 'before that: 503' }]);
  expect(toAnnotations(result)).toEqual([
    '::warning title=us%3A 10 flaky cases::before that: 503: bookPassage (success), bookPassage (wrong-token), listSailings (success) and 7 more',
  ]);
});

test('at most ten of a level, the last of which counts the others', () => {
  const [first] = broken.findings;
  const findings = Array.from({ length: 12 }, (_, number) => {
    return { ...(first ?? expect.fail()), operationId: `operation${number}`, pointer: `/${number}` };
  });
  const lines = toAnnotations({ ...broken, findings, parity: [] });
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toMatch(/^::error title=3 more::/);
  expect(toAnnotations({ ...broken, findings: findings.slice(2), parity: [] }).at(-1)).toContain(
    'operation11',
  );
});

test('whatever was answered is one command, and none of its properties', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const hostile = `${text}\r\n::set-env name=a::b,%`;
      const findings = broken.findings.map((finding) => {
        return {
          ...finding,
          operationId: hostile,
          message: hostile,
          expected: `${hostile}!`,
          actual: hostile,
        };
      });
      for (const line of toAnnotations({ ...broken, findings, parity: [] })) {
        expect(line).not.toMatch(/[\r\n]/);
        const [, level, properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
        expect(level).toBe('error');
        expect(properties.split(',').map((one) => one.split('=')[0])).toEqual([
          'file',
          'line',
          'col',
          'title',
        ]);
        const data = message.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
        expect(data).toMatch(/^.*\nexpected: .*\nactual: .*$/s);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u{202a}-\u{202e}\u{2066}-\u{2069}]/u);
      }
    }),
  );
});

test('what can not be printed is written out, and what would end a command is escaped', () => {
  const findings = broken.findings.slice(0, 1).map((finding) => {
    return {
      ...finding,
      check: 'sort',
      message: '\ud800',
      expected: '\u202e!',
      actual: '100%\r\n::error::\u001b[31m',
    };
  });
  const [line = ''] = toAnnotations({ ...broken, findings, parity: [] });
  expect(line).toContain('title=\\ud800 (');
  expect(line.replace(/^::error .*?::/, '')).toBe(
    'check: sort%0Aexpected: \\u202e!%0Aactual: 100%25\\u000d%0A::error::\\u001b[31m',
  );
});
