import type { RootContent } from 'mdast';
import { count } from '../../base/words.ts';
import type { RunResult } from '../../model/run-result.ts';
import { markOf } from '../baseline-marks.ts';
import { toUnequal } from '../causes.ts';
import { unaccepted } from '../known.ts';
import { code, heading, paragraph, table, text } from '../markdown.ts';

const shown = 20;

/** What regions answer in different ways, side by side; what differs alike is told once. */
export function differences({ parity, regions }: RunResult): RootContent[] {
  const groups = toUnequal(unaccepted(parity));
  if (groups.length === 0) return [];
  const names = Object.keys(regions);
  const rows = groups.slice(0, shown).flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    const more = others.length === 0 ? '' : ` and ${count(others.length, 'more case')}`;
    const what = first.where === undefined ? first.what : `${first.what} ${first.where}`;
    const sides = names.map((name) => code(first.regions[name] ?? ''));
    return [
      [code(first.operationId), code(`${first.case}${more}`), code(`${markOf(group)}${what}`), ...sides],
    ];
  });
  const more = groups.length - shown;
  return [
    heading(3, text('The regions differ')),
    table([['Operation', 'Case', 'What', ...names].map(text), ...rows]),
    ...(more > 0 ? [paragraph(text(`And ${count(more, 'more')}, in result.json.`))] : []),
  ];
}
