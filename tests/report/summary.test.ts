import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { expect, test } from 'vitest';
import type { RunResult } from '../../scripts/model/run-result.ts';
import { examples } from './examples.ts';
import { toSummary } from './write.ts';

type Node = { readonly type: string; readonly value?: string; readonly children?: readonly Node[] };

function read(markdown: string): Node {
  return fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

/** The types of all nodes but those that hold text: what a reader sees but for the words. */
function form({ type, children = [] }: Node): readonly unknown[] {
  return [type, children.filter((child) => child.type !== 'text').map(form)];
}

function withActual(result: RunResult, actual: string): RunResult {
  const findings = result.findings.map((finding) => ({ ...finding, actual, message: actual }));
  const parity = result.parity.map((one) => ({ ...one, regions: { us: actual, eu: 'b' } }));
  const regions = Object.entries(result.regions).map(([name, region]) => [
    name,
    { ...region, reason: actual },
  ]);
  return { ...result, findings, parity, regions: Object.fromEntries(regions) };
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc
    .array(
      fc.constantFrom(
        '|',
        '`',
        '``',
        '\n',
        '\n\n',
        '# ',
        '- ',
        '<b>',
        '</details>',
        '@all',
        '[a](b)',
        '\\',
        '~~~',
      ),
      {
        minLength: 1,
      },
    )
    .map((parts) => parts.join('')),
);

test.each(['same-break', 'parity', 'drift', 'unreachable'])(
  '%s: no answer adds anything but text',
  (name) => {
    const result = examples[name] ?? expect.fail();
    const wanted = form(read(toSummary(withActual(result, 'plain'))));
    fc.assert(
      fc.property(hostile, (text) => {
        expect(form(read(toSummary(withActual(result, `a${text}z`))))).toEqual(wanted);
      }),
    );
  },
);

test('what is left out of a long list is counted', () => {
  const result = examples['one-break'] ?? expect.fail();
  const [first = expect.fail()] = result.findings;
  const findings = Array.from({ length: 50 }, (_, at) => ({
    ...first,
    message: `m${at}`,
    pointer: `/p/${at}`,
  }));
  const summary = toSummary({ ...result, findings });
  expect(summary.match(/^#### /gm)).toHaveLength(20);
  expect(summary).toContain('And 30 more causes, in result.json.');
});

test('fits into a comment however much is found', () => {
  const result = examples['one-break'] ?? expect.fail();
  const [first = expect.fail()] = result.findings;
  const findings = Array.from({ length: 500 }, (_, at) => {
    const long = `${at}${'x'.repeat(5000)}`;
    return { ...first, message: long, actual: long, expected: long, pointer: `/p/${at}` };
  });
  expect(toSummary({ ...result, findings }).length).toBeLessThan(65_536);
});
