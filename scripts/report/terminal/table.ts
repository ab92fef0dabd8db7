import { type ResultVerdict, type RunResult, verdicts } from '../../model/run-result.ts';
import { unaccepted } from '../known.ts';
import { type Cells, toCells } from '../operation-verdicts.ts';
import { columns, pad, shorten } from './columns.ts';
import type { Page } from './page.ts';
import { signs, unequal } from './signs.ts';

const gap = '  ';

/**
 * Operations by regions, the worst verdict of its cases in each cell, behind them a sign where regions differ, and
 * a legend of the signs that appear.
 */
export function table(page: Page, { cases, regions, parity }: RunResult): string[] {
  const cells = toCells(cases);
  const operations = [...new Set(cases.map(({ operationId }) => operationId))];
  if (operations.length === 0) return [];
  const blocks = inBlocks(page, Object.keys(regions));
  const differ = new Set(unaccepted(parity).map(({ operationId }) => operationId));
  const grids = blocks.flatMap((block) => [...grid(page, operations, block, { cells, differ }), '']);
  const shown = operations.flatMap((operation) =>
    Object.keys(regions).map((region) => cells(operation, region)),
  );
  return [...grids, legend(page, new Set(shown), differ.size > 0)];
}

type Marks = { readonly cells: Cells; readonly differ: ReadonlySet<string> };

function grid(
  { width, paint }: Page,
  operations: readonly string[],
  regions: readonly string[],
  { cells, differ }: Marks,
): string[] {
  const signColumn = differ.size > 0 ? gap.length + 1 : 0;
  const taken = regions.reduce((sum, region) => sum + gap.length + columns(region), signColumn);
  const first = Math.min(Math.max(...operations.map(columns)), Math.max(12, width - taken));
  const head = [pad('', first), ...regions].join(gap);
  const rows = operations.map((operation) => {
    const row = regions.map((region) => {
      const verdict = cells(operation, region);
      if (verdict === undefined) return pad('', columns(region));
      const { symbol, style } = signs[verdict];
      return paint(style, symbol) + ' '.repeat(Math.max(0, columns(region) - columns(symbol)));
    });
    const sign = differ.has(operation) ? [paint(unequal.style, unequal.symbol)] : [];
    return [pad(shorten(operation, first), first), ...row, ...sign].join(gap).trimEnd();
  });
  return [paint('strong', head), ...rows];
}

/** As many regions side by side as leave half of the page to the operations. */
function inBlocks({ width }: Page, regions: readonly string[]): string[][] {
  const blocks: string[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const region of regions) {
    const own = gap.length + columns(region);
    if (used + own > width / 2) {
      blocks.push([]);
      used = 0;
    }
    blocks.at(-1)?.push(region);
    used += own;
  }
  return blocks;
}

/** Passed first, then from worst to best. */
const legendOrder = ['passed', ...verdicts.filter((verdict) => verdict !== 'passed')] as const;

function legend({ paint }: Page, shown: ReadonlySet<ResultVerdict | undefined>, differ: boolean): string {
  const own = legendOrder
    .filter((verdict) => shown.has(verdict))
    .map((verdict) => [signs[verdict], verdict] as const);
  const all = differ ? [...own, [unequal, 'regions differ'] as const] : own;
  return all.map(([{ symbol, style }, text]) => `${paint(style, symbol)} ${paint('dim', text)}`).join('   ');
}
