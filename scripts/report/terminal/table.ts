import { verdicts } from '../../model/run-result.ts';
import { signs, unequal } from '../signs.ts';
import type { Matrix, ReportView } from '../view.ts';
import { columns, pad, shorten, type TerminalPage } from './page.ts';

const gap = '  ';

/**
 * Operations by region, the worst verdict of its cases in each cell, behind them a sign if regions differ, and a legend
 * of the signs that appear.
 */
export function table(page: TerminalPage, { matrix, regions }: ReportView): string[] {
  if (matrix.rows.length === 0) return [];
  const names = Object.keys(regions);
  const grids = inBlocks(page, names).flatMap((block) => [...grid(page, matrix, names, block), '']);
  return [...grids, legend(page, matrix)];
}

function grid(
  { width, paint }: TerminalPage,
  { rows, isDifferent }: Matrix,
  names: readonly string[],
  block: readonly string[],
): string[] {
  const signColumn = isDifferent ? gap.length + 1 : 0;
  const taken = block.reduce((sum, region) => sum + gap.length + columns(region), signColumn);
  const longest = Math.max(...rows.map(({ operation }) => columns(operation)));
  const first = Math.min(longest, Math.max(12, width - taken));
  const head = [pad('', first), ...block].join(gap);
  const lines = rows.map((row) => {
    const cells = block.map((region) => {
      const verdict = row.verdicts[names.indexOf(region)];
      if (verdict === undefined) return pad('', columns(region));
      const { symbol, style } = signs[verdict];
      return paint(style, symbol) + ' '.repeat(Math.max(0, columns(region) - columns(symbol)));
    });
    const sign = row.isDifferent ? [paint(unequal.style, unequal.symbol)] : [];
    return [pad(shorten(row.operation, first), first), ...cells, ...sign].join(gap).trimEnd();
  });
  return [paint('strong', head), ...lines];
}

/** As many regions side by side as leave half of the page to the operations. */
function inBlocks({ width }: TerminalPage, regions: readonly string[]): string[][] {
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

function legend({ paint }: TerminalPage, { rows, isDifferent }: Matrix): string {
  const shown = new Set(rows.flatMap((row) => row.verdicts));
  const own = legendOrder
    .filter((verdict) => shown.has(verdict))
    .map((verdict) => [signs[verdict], verdict] as const);
  const all = isDifferent ? [...own, [unequal, 'regions differ'] as const] : own;
  return all.map(([{ symbol, style }, text]) => `${paint(style, symbol)} ${paint('dim', text)}`).join('   ');
}
