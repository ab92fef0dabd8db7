import { expect, test } from 'vitest';
import { ExitCode } from '../../scripts/base/exit-code.ts';
import type { Difference } from '../../scripts/model/run-result.ts';
import { joinDifferences } from '../../scripts/report/causes.ts';
import { readPageFiles } from '../../scripts/report/page/page-files.ts';
import { toResultJson } from '../../scripts/report/result-json.ts';
import { runResult } from './builder.ts';
import { creator } from './creator.ts';
import { toText } from './html-text.ts';
import { toAnnotations, toHtml, toJunit, toSummary, toTerminal } from './write.ts';

const ofHeader = (where: string, more: Partial<Difference> = {}): Difference => ({
  operationId: 'listSailings',
  case: 'all with status 200',
  what: 'header',
  where,
  regions: { us: 'always there', eu: 'never there' },
  ...more,
});

const many = (count: number, more: (index: number) => Partial<Difference> = () => ({})): Difference[] =>
  Array.from({ length: count }, (_, index) => ofHeader(`x-${index}`, more(index)));

const wheres = (differences: readonly Difference[]) =>
  joinDifferences(differences).map(({ where, since }) => [where, ...(since === undefined ? [] : [since])]);

test('up to twenty that are alike are shown each, in their order', () => {
  expect(joinDifferences(many(20))).toEqual(many(20));
});

test('more are one, with the number of those that are not listed', () => {
  expect(wheres(many(21))).toEqual([['x-0, x-1, x-2 and 18 more']]);
  expect(wheres([...many(1000), ofHeader('and 1,024 more')])).toEqual([['x-0, x-1, x-2 and 2,021 more']]);
});

test('what is new is not hidden among what is known', () => {
  const known = many(30, () => ({ since: 'known' }));
  expect(wheres([...known, ofHeader('x-new', { since: 'new' })])).toEqual([
    ['x-0, x-1, x-2 and 27 more', 'known'],
    ['x-new', 'new'],
  ]);
});

test('what is not alike is a hundred, and how many more', () => {
  const joined = joinDifferences(many(1000, (index) => ({ regions: { us: `a ${index}`, eu: 'b' } })));
  expect(joined.length).toBe(101);
  expect(joined.at(-1)).toMatchObject({
    where: 'x-100, x-101, x-102 and 897 more',
    regions: { us: 'various', eu: 'b' },
  });
});

test('a thousand headers are one line, one annotation and one row, and each by itself in result.json', () => {
  const accepted = { reason: 'a proxy', expires: '2030-01-01' };
  const headers = [...many(1000), ofHeader('and 24 more')];
  const open = { ...runResult([], { exitCode: ExitCode.broken, parity: headers }) };
  const known = { ...open, parity: headers.map((one) => ({ ...one, accepted })) };
  const gone = { ...open, parity: [], fixed: [], fixedParity: headers };
  const joined = 'x-0, x-1, x-2 and 1,021 more';
  const page = readPageFiles();
  const times = (text: string, part: string) => text.replaceAll(/\s+/g, ' ').split(part).length - 1;
  for (const result of [open, known, gone]) {
    const texts = {
      terminal: toTerminal(result, { colour: false, width: 200 }),
      summary: toSummary(result),
      html: toText(toHtml(result, page)),
    };
    for (const [report, text] of Object.entries(texts)) {
      expect([report, times(text, joined), times(text, 'x-7')]).toEqual([report, 1, 0]);
    }
    expect(times(toJunit(result), 'all with status 200')).toBe(1);
  }
  expect(toTerminal(open, { colour: false, width: 200 })).toContain('1,024 differences (1 cause)');
  expect(toAnnotations(open)).toEqual([expect.stringContaining('1%2C021 more')]);
  expect(times(toResultJson(open, creator), '"where"')).toBe(1001);
});
