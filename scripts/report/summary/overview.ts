import type { RootContent } from 'mdast';
import { duration, grouped } from '../../base/words.ts';
import type { RunResult } from '../../model/run-result.ts';
import { unaccepted } from '../known.ts';
import { code, table, text } from '../markdown.ts';
import { toCells } from '../operation-verdicts.ts';
import { signs, unequal } from '../terminal/signs.ts';

/** Operations by regions, with a verdict in each cell, and a sign where the regions differ. */
export function matrix({ cases, regions, parity }: RunResult): RootContent[] {
  const operations = [...new Set(cases.map(({ operationId }) => operationId))];
  if (operations.length === 0) return [];
  const differ = new Set(unaccepted(parity).map(({ operationId }) => operationId));
  const names = Object.keys(regions);
  const cells = toCells(cases);
  const rows = operations.map((operation) => [
    code(operation),
    ...names.map((region) => text(words(cells(operation, region)))),
    ...(differ.size === 0 ? [] : [text(differ.has(operation) ? `${unequal.symbol} differ` : '')]),
  ]);
  const head = ['Operation', ...names, ...(differ.size === 0 ? [] : ['Regions'])];
  return [table([head.map(text), ...rows])];
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
export function regions({ regions: all }: RunResult): RootContent[] {
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
