import { groupBy } from '../../base/group-by.ts';
import { count, listOf } from '../../base/words.ts';
import type { Difference, RunResult } from '../../model/run-result.ts';
import { markOf } from '../baseline-marks.ts';
import { toUnequal } from '../causes.ts';
import { unaccepted } from '../known.ts';
import { columns, pad } from './columns.ts';
import { entry, type Page } from './page.ts';
import { unequal } from './signs.ts';

/** Where regions answer in different ways, with what each of them answers; what differs alike is told once. */
export function differences(page: Page, { parity: all }: RunResult): string[] {
  const parity = unaccepted(all);
  if (parity.length === 0) return [];
  return [
    page.paint('strong', 'The regions differ'),
    ...toUnequal(parity).flatMap((group) => item(page, group)),
  ];
}

function item(page: Page, group: readonly Difference[]): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const { operationId, case: name, what, where } = first;
  const sides = Object.entries(first.regions);
  const width = Math.max(0, ...sides.map(([region]) => columns(region)));
  const subject = what === 'header' ? `the header ${where}` : `the ${what}`;
  const place = what === 'header' || where === undefined ? '' : ` at ${where === '' ? 'its root' : where}`;
  const label = `  ${unequal.symbol} `;
  return [
    ...entry(page, {
      label,
      labelStyle: unequal.style,
      text: `${markOf(group)}${operationId} (${name}): ${subject} differs${place}`,
    }),
    ...sides.flatMap(([region, answer]) =>
      entry(page, { label: `    ${pad(region, width)}  `, labelStyle: 'dim', text: answer }),
    ),
    ...also(page, group),
  ];
}

/** Cases of the same operation by their names, other operations by theirs, or how many where they are many. */
function also(page: Page, [first, ...others]: readonly Difference[]): string[] {
  const places = groupBy(others, ({ operationId }) => operationId).map((group) => {
    const names = group.map((each) => each.case).join(', ');
    return group[0]?.operationId === first?.operationId ? names : `${group[0]?.operationId} (${names})`;
  });
  if (places.length === 0) return [];
  const text =
    places.length > 3
      ? `${count(others.length, 'more case')} of ${count(places.length, 'operation')}`
      : listOf(places);
  return entry(page, { label: '    also in  ', labelStyle: 'dim', text });
}
