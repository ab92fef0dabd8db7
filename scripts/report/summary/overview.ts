import type { RootContent } from 'mdast';
import { duration, grouped } from '../../base/words.ts';
import { code, table, text } from '../markdown.ts';
import { signs, unequal } from '../signs.ts';
import type { ReportView } from '../view.ts';

/** Operations by region, with a verdict in each cell, and a sign where the regions differ. */
export function matrix({ matrix: { rows, isDifferent }, regions }: ReportView): RootContent[] {
  if (rows.length === 0) return [];
  const cells = rows.map((row) => [
    code(row.operation),
    ...row.verdicts.map((verdict) => text(words(verdict))),
    ...(isDifferent ? [text(row.isDifferent ? `${unequal.symbol} differ` : '')] : []),
  ]);
  const head = ['Operation', ...Object.keys(regions), ...(isDifferent ? ['Regions'] : [])];
  return [table([head.map(text), ...cells])];
}

function words(verdict: keyof typeof signs | undefined): string {
  return verdict === undefined ? '' : `${signs[verdict].symbol} ${verdict}`;
}

const columns = [
  'requests',
  'checks',
  'failed',
  'drift',
  'known',
  'inconclusive',
  'flaky',
  'unreachable',
] as const;

/** For each region its URL, what was counted, and what stood in the way of judging it. */
export function regions({ regions: all }: ReportView): RootContent[] {
  const counts = columns.filter(
    (key) => key !== 'known' || Object.values(all).some(({ known }) => known > 0),
  );
  const rows = Object.entries(all).map(([name, region]) => [
    text(name),
    code(region.baseUrl),
    ...counts.map((key) => text(grouped(region[key]))),
    text(duration(region.durationMs)),
  ]);
  const reasons = Object.entries(all).flatMap(([name, { reason }]) =>
    reason === undefined ? [] : [{ name, reason }],
  );
  const head = ['Region', 'Base URL', ...counts, 'time'];
  return [
    table([head.map(text), ...rows]),
    ...reasons.map(({ name, reason }): RootContent => {
      return { type: 'paragraph', children: [text(`${name}: `), code(reason)] };
    }),
  ];
}
