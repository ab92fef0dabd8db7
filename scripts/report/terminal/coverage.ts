import { groupBy } from '../../base/group-by.ts';
import { count } from '../../base/words.ts';
import type { Coverage, Gap, RunResult } from '../../model/run-result.ts';
import { entry, type TerminalPage } from './page.ts';

/** How many kinds of gaps are shown. */
const shown = 5;

/** How much of what is documented was exercised, and what kinds of gaps there are most of. */
export function coverage(page: TerminalPage, { coverage: covered }: RunResult): string[] {
  const kinds = groupBy(covered.gaps, ({ what, status, reason }) =>
    JSON.stringify([what, what === 'status' && status, reason]),
  ).toSorted((a, b) => b.length - a.length);
  const rest = kinds.slice(shown);
  const more = `and ${count(rest.flat().length, 'gap')} of ${count(rest.length, 'other kind')}`;
  return [
    ...entry(page, { label: 'Coverage: ', labelStyle: 'strong', text: tally(covered) }).map(breakable),
    ...kinds.slice(0, shown).flatMap((gaps) => kindOfGap(page, gaps)),
    ...(rest.length === 0 ? [] : entry(page, { label: '  ', text: more, style: 'dim' })),
  ];
}

function tally({ operations, responses, gaps, ...others }: Coverage): string {
  const parts = [
    [operations.judged, count(operations.documented, 'operation')],
    [responses.provoked, count(responses.documented, 'response')],
    [others.parameters.exercised, count(others.parameters.documented, 'parameter')],
    [others.values.exercised, count(others.values.documented, 'value')],
    [others.properties.exercised, count(others.properties.documented, 'property', 'properties')],
    [others.headers.exercised, count(others.headers.documented, 'response header')],
  ] as const;
  const counted = parts.map(([exercised, documented]) => `${exercised} of ${documented}`);
  const all = [`${others.percent} %:`, ...counted.map((words) => `${words},`), count(gaps.length, 'gap')];
  return all.map((words) => words.replaceAll(' ', unbreakable)).join(' ');
}

/** No line ends between a number and what it counts. */
const unbreakable = '\u00a0';

function breakable(line: string): string {
  return line.replaceAll(unbreakable, ' ');
}

function kindOfGap(page: TerminalPage, gaps: readonly Gap[]): string[] {
  const [first] = gaps;
  if (first === undefined) return [];
  const kind = first.what === 'status' ? (first.status ?? '') : first.what;
  const text = `${gaps.length} × ${kind}: ${first.reason}`;
  return entry(page, { label: '  ', text, style: 'dim' });
}
