import { count, listOf } from '../../base/words.ts';
import { regionsOf } from '../causes.ts';
import type { Item, Section } from '../sections.ts';
import { unequal } from '../signs.ts';
import { type CauseView, type DifferenceView, headings, headlineOf, type ReportView } from '../view.ts';
import { wrapCurl } from './curl.ts';
import { columns, entry, pad, plainText, type TerminalPage } from './page.ts';

/** Each broken clause in the order of STYLE: the headline, check, expected, actual, place and curl. */
export function failures(page: TerminalPage, { failures: all }: ReportView): string[] {
  const causes = all.flatMap((cause, index) => {
    return [...(index === 0 ? [] : ['']), ...failure(page, cause, index + 1)];
  });
  return causes.length === 0 ? [] : [page.paint('strong', headings.failures), ...causes];
}

function failure(page: TerminalPage, cause: CauseView, number: number): string[] {
  const rows = [
    ['check', cause.check],
    ['expected', cause.expected],
    ['actual', cause.actual],
    ['spec', cause.spec],
    ['case', cause.cases],
    ...cause.also.map((text, index) => [index === 0 ? 'also in' : '', text] as const),
  ] as const;
  return [
    ...entry(page, { label: `${number} ✗ `, labelStyle: 'bad', text: headlineOf(cause), style: 'strong' }),
    ...rows.flatMap(([name, text]) => row(page, name.padEnd(8), text)),
    ...wrapCurl(cause.curl, page.width - 4).map((line) => `    ${page.paint('dim', line)}`),
  ];
}

function row(page: TerminalPage, name: string, text: string | undefined): string[] {
  if (text === undefined) return [];
  return entry(page, { label: `    ${name}  `, labelStyle: 'dim', text });
}

/** How the responses of regions differ, with that of each. */
export function differences(page: TerminalPage, { differences: all }: ReportView): string[] {
  if (all.length === 0) return [];
  return [page.paint('strong', headings.differences), ...all.flatMap((one) => difference(page, one))];
}

function difference(
  page: TerminalPage,
  { mark, sentence, operation, cases, first, also }: DifferenceView,
): string[] {
  const sides = Object.entries(first.regions);
  const width = Math.max(4, ...sides.map(([region]) => columns(region)));
  const others = also.length > 3 ? count(also.length, 'more operation') : listOf(also);
  return [
    ...entry(page, {
      label: `  ${unequal.symbol} `,
      labelStyle: unequal.style,
      text: headlineOf({ mark, sentence, operation, regions: listOf(Object.keys(first.regions)) }),
    }),
    ...sides.flatMap(([region, value]) => row(page, pad(region, width), value)),
    ...row(page, pad('case', width), cases),
    ...(also.length === 0 ? [] : row(page, 'also in', others)),
  ];
}

/** Each section with a heading, and an item for each message, with where it happened. */
export function sections(page: TerminalPage, { sections: all }: ReportView): string[] {
  return all.flatMap((section, index) => [...(index === 0 ? [] : ['']), ...lines(page, section)]);
}

function lines(page: TerminalPage, { heading, sign, items }: Section): string[] {
  return [
    ...plainText(page, heading, 'strong'),
    ...items.flatMap(({ message, more, places }) => [
      ...entry(page, { label: `  ${sign.symbol} `, labelStyle: sign.style, text: message }),
      ...entry(page, { label: '    ', text: inWords(places), style: 'dim' }),
      ...(more === undefined ? [] : entry(page, { label: '    ', text: more, style: 'dim' })),
    ]),
  ];
}

/** `us and eu: listPets (success)`, or how many if there are more operations than people read. */
function inWords(places: Item['places']): string {
  const operations = [...new Set(places.map(({ operationId }) => operationId))];
  const cases = new Set(places.map((place) => JSON.stringify([place.operationId, place.case])));
  const names = [...new Set(places.map((place) => place.case))].join(', ');
  const all = `${count(cases.size, 'case')} of ${count(operations.length, 'operation')}`;
  const named = operations.length > 3 ? all : `${listOf(operations)} (${names})`;
  return `${listOf(regionsOf(places))}: ${named}`;
}
