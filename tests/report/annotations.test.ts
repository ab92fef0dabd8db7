import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAnnotations } from '../../scripts/report/annotations.ts';
import { visible } from '../../scripts/visible.ts';
import { examples } from './examples.ts';

const broken = examples['one-break'] ?? expect.fail();

test('names the line in the description', () => {
  expect(toAnnotations(broken)[0]).toMatch(
    /^::error file=spec\/ferries\.yaml,line=\d+,col=11,title=[^,:]+::/,
  );
});

test.each([
  ['drift', ['warning', 'warning']],
  ['strict-drift', ['error']],
  ['flaky', []],
  ['strict-flaky', ['error']],
])('%s: %o', (name, levels) => {
  const lines = toAnnotations(examples[name] ?? expect.fail());
  expect(new Set(lines.map((line) => line.split(/:+| /)[1]))).toEqual(new Set(levels));
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
        expect(data).toBe(visible(`${hostile}\nexpected: ${hostile}!\nactual: ${hostile}`));
        expect(line).toBe(visible(line));
      }
    }),
  );
});
