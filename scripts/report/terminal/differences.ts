import type { RunResult } from '../../model/run-result.ts';
import { columns, pad } from './columns.ts';
import { entry, type Page } from './page.ts';
import { signs } from './signs.ts';

/** Where regions answer the same request in different ways, with what each of them answers. */
export function differences(page: Page, { parity }: RunResult): string[] {
  if (parity.length === 0) return [];
  const { symbol, style } = signs.failed;
  const items = parity.map(({ operationId, case: name, what, regions }) => {
    const sides = Object.entries(regions);
    const width = Math.max(0, ...sides.map(([region]) => columns(region)));
    return [
      ...entry(page, {
        label: `  ${symbol} `,
        labelStyle: style,
        text: `${operationId} (${name}): the ${what} differs`,
      }),
      ...sides.flatMap(([region, answer]) => {
        return entry(page, { label: `    ${pad(region, width)}  `, labelStyle: 'dim', text: answer });
      }),
    ];
  });
  return [page.paint('strong', 'The regions differ'), ...items.flat()];
}
