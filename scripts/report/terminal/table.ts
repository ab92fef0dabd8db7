import { type ResultVerdict, type RunResult, verdicts } from '../../model/run-result.ts';
import { columns, pad, shorten } from './columns.ts';
import type { Page } from './page.ts';
import { signs } from './signs.ts';

const gap = '  ';

/** Operations by regions, the worst verdict of its cases in each cell, and a legend of the signs that appear. */
export function table(page: Page, { cases, regions }: RunResult): string[] {
  const worst = worstByCell(cases);
  const operations = [...new Set(cases.map(({ operationId }) => operationId))];
  if (operations.length === 0) return [];
  const blocks = inBlocks(page, Object.keys(regions));
  const grids = blocks.flatMap((block) => [...grid(page, operations, block, worst), '']);
  return [...grids, legend(page, new Set(worst.values()))];
}

type Worst = ReadonlyMap<string, ResultVerdict>;

function grid(
  { width, paint }: Page,
  operations: readonly string[],
  regions: readonly string[],
  worst: Worst,
): string[] {
  const cells = regions.reduce((sum, region) => sum + gap.length + columns(region), 0);
  const first = Math.min(Math.max(...operations.map(columns)), Math.max(12, width - cells));
  const head = [pad('', first), ...regions].join(gap);
  const rows = operations.map((operation) => {
    const row = regions.map((region) => {
      const verdict = worst.get(cellOf(operation, region));
      if (verdict === undefined) return pad('', columns(region));
      const { symbol, style } = signs[verdict];
      return paint(style, symbol) + ' '.repeat(Math.max(0, columns(region) - columns(symbol)));
    });
    return [pad(shorten(operation, first), first), ...row].join(gap).trimEnd();
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

function legend({ paint }: Page, shown: ReadonlySet<ResultVerdict>): string {
  return legendOrder
    .filter((verdict) => shown.has(verdict))
    .map((verdict) => `${paint(signs[verdict].style, signs[verdict].symbol)} ${paint('dim', verdict)}`)
    .join('   ');
}
