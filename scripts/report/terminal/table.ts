import { type ResultVerdict, type RunResult, verdicts } from '../../model/run-result.ts';
import { columns, pad, shorten } from './columns.ts';
import type { Page } from './page.ts';
import { signs, unequal } from './signs.ts';

const gap = '  ';

/**
 * Operations by regions, the worst verdict of its cases in each cell, behind them a sign where regions differ, and
 * a legend of the signs that appear.
 */
export function table(page: Page, { cases, regions, parity }: RunResult): string[] {
  const worst = worstByCell(cases);
  const operations = [...new Set(cases.map(({ operationId }) => operationId))];
  if (operations.length === 0) return [];
  const blocks = inBlocks(page, Object.keys(regions));
  const cells: Cells = { worst, differ: new Set(parity.map(({ operationId }) => operationId)) };
  const grids = blocks.flatMap((block) => [...grid(page, operations, block, cells), '']);
  return [...grids, legend(page, new Set(worst.values()), parity.length > 0)];
}

type Worst = ReadonlyMap<string, ResultVerdict>;

type Cells = { readonly worst: Worst; readonly differ: ReadonlySet<string> };

function grid(
  { width, paint }: Page,
  operations: readonly string[],
  regions: readonly string[],
  { worst, differ }: Cells,
): string[] {
  const signColumn = differ.size > 0 ? gap.length + 1 : 0;
  const cells = regions.reduce((sum, region) => sum + gap.length + columns(region), signColumn);
  const first = Math.min(Math.max(...operations.map(columns)), Math.max(12, width - cells));
  const head = [pad('', first), ...regions].join(gap);
  const rows = operations.map((operation) => {
    const row = regions.map((region) => {
      const verdict = worst.get(cellOf(operation, region));
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

function worstByCell(cases: RunResult['cases']): Worst {
  const worst = new Map<string, ResultVerdict>();
  for (const { operationId, region, verdict } of cases) {
    const cell = cellOf(operationId, region);
    const before = worst.get(cell);
    if (before === undefined || verdicts.indexOf(verdict) < verdicts.indexOf(before))
      worst.set(cell, verdict);
  }
  return worst;
}

function cellOf(operation: string, region: string): string {
  return JSON.stringify([operation, region]);
}

/** Passed first, then from worst to best. */
const legendOrder = ['passed', ...verdicts.filter((verdict) => verdict !== 'passed')] as const;

function legend({ paint }: Page, shown: ReadonlySet<ResultVerdict>, differ: boolean): string {
  const own = legendOrder
    .filter((verdict) => shown.has(verdict))
    .map((verdict) => [signs[verdict], verdict] as const);
  const all = differ ? [...own, [unequal, 'regions differ'] as const] : own;
  return all.map(([{ symbol, style }, text]) => `${paint(style, symbol)} ${paint('dim', text)}`).join('   ');
}
