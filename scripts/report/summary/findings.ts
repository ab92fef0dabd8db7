import type { PhrasingContent, RootContent } from 'mdast';
import { count, listOf } from '../../base/words.ts';
import { regionsOf } from '../causes.ts';
import { code, codeBlock, folded, heading, list, paragraph, table, text } from '../markdown.ts';
import type { Section } from '../sections.ts';
import { type CauseView, headings, type ReportView } from '../view.ts';

/** How many of each are shown: a comment on GitHub has at most 65,536 characters. */
const shown = 20;

/** The broken clauses, each once, with a command that shows it again. */
export function failures({ failures: causes }: ReportView): RootContent[] {
  const more = causes.length - shown;
  return [
    ...(causes.length === 0 ? [] : [heading(3, text(headings.failures))]),
    ...causes.slice(0, shown).flatMap(failure),
    ...(more > 0 ? [paragraph(text(`And ${count(more, 'more cause')}, in result.json.`))] : []),
  ];
}

function failure({ mark, sentence, operation, regions, ...cause }: CauseView): RootContent[] {
  const where = [text(' ('), code(operation), text(`, ${regions})`)];
  const rows = [
    ['check', cause.check],
    ['expected', cause.expected],
    ['actual', cause.actual],
    ['spec', cause.spec],
    ['case', cause.cases],
    ['also in', cause.also.join('; ')],
  ] as const;
  return [
    heading(4, ...(mark === '' ? [] : [text(mark)]), code(cut(sentence)), ...where),
    list(
      rows.flatMap(([label, value = '']) => (value === '' ? [] : [[text(`${label} `), code(cut(value))]])),
    ),
    ...(cause.curl === undefined ? [] : folded('Reproduce', [codeBlock('sh', cause.curl)])),
  ];
}

/** Characters of a value that are shown. */
const longest = 600;

function cut(value: string): string {
  return value.length <= longest ? value : `${value.slice(0, longest)}...`;
}

/** How the responses of regions differ, side by side; what differs alike is shown once. */
export function differences({ differences: all, regions }: ReportView): RootContent[] {
  if (all.length === 0) return [];
  const names = Object.keys(regions);
  const rows = all.slice(0, shown).map(({ mark, operation, first, group }) => {
    const more = group.length === 1 ? '' : ` and ${count(group.length - 1, 'more case')}`;
    const what = first.where === undefined ? first.what : `${first.what} ${first.where}`;
    const sides = names.map((name) => code(first.regions[name] ?? ''));
    return [code(operation), code(`${first.case}${more}`), code(`${mark}${what}`), ...sides];
  });
  const more = all.length - shown;
  return [
    heading(3, text(headings.differences)),
    table([['Operation', 'Case', 'What', ...names].map(text), ...rows]),
    ...(more > 0 ? [paragraph(text(`And ${count(more, 'more')}, in result.json.`))] : []),
  ];
}

/** The other sections: open if they fail the run, folded and short if not. */
export function sections({ sections: all }: ReportView): RootContent[] {
  return all.flatMap((section) => {
    const items = section.items.slice(0, shown).map(toItem);
    const more = section.items.length - shown;
    const last = more > 0 ? [[text(`and ${count(more, 'more')}, in result.json`)]] : [];
    const body = list([...items, ...last]);
    return section.isFailing
      ? [heading(3, text(section.heading)), body]
      : folded(`${section.heading} (${section.items.length})`, [body]);
  });
}

function toItem({ message, more, places }: Section['items'][number]): PhrasingContent[] {
  const operations = [...new Set(places.map(({ operationId }) => operationId))].join(', ');
  const known = more === undefined ? [] : [text('; '), code(more)];
  return [code(message), text(` in ${listOf(regionsOf(places))}: `), code(operations), ...known];
}
