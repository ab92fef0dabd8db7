import { groupBy } from '../../base/group-by.ts';
import { listOf } from '../../base/words.ts';
import { checks } from '../../model/outcome.ts';
import type { Finding } from '../../model/run-result.ts';
import { markOf } from '../baseline-marks.ts';
import { type Cause, elsewhere, regionsOf } from '../causes.ts';
import { wrapCurl } from './curl.ts';
import { entry, type Page } from './page.ts';

const sentences: ReadonlyMap<string, string> = new Map(Object.entries(checks));

/** A broken clause in the order of STYLE: operation, regions, check, expected, actual, place, curl. */
export function failure(page: Page, cause: Cause, number: number): string[] {
  const { first, same, also } = cause;
  const mark = markOf([...same, ...also.flat()]);
  const head = `${mark}${first.operationId} in ${listOf(regionsOf(same))}: ${sentences.get(first.check) ?? first.check}`;
  const rows = [
    // The message of a schema error ends with what is expected.
    ['expected', first.message.includes(`expected ${first.expected}`) ? undefined : first.expected],
    ['actual', first.actual],
    ['spec', first.specLocation ?? first.pointer],
    ['case', casesOf(same)],
    ...elsewhere(cause).map((text, index) => [index === 0 ? 'also in' : '', text] as const),
  ] as const;
  return [
    ...entry(page, { label: `${number} ✗ `, labelStyle: 'bad', text: head, style: 'strong' }),
    ...entry(page, { label: '    ', text: first.message }),
    ...rows.flatMap(([name, text]) => row(page, name, text)),
    ...wrapCurl(first.curl, page.width - 4).map((line) => `    ${page.paint('dim', line)}`),
  ];
}

function row(page: Page, name: string, text: string | undefined): string[] {
  if (text === undefined) return [];
  return entry(page, { label: `    ${name.padEnd(8)}  `, labelStyle: 'dim', text });
}

/** The cases; with their regions where they aren't the same in all of them. */
function casesOf(findings: readonly Finding[]): string {
  const all = regionsOf(findings).length;
  return groupBy(findings, (finding) => finding.case)
    .map((group) => ({ name: group[0]?.case ?? '', regions: regionsOf(group) }))
    .map(({ name, regions }) => (regions.length === all ? name : `${name} (${regions.join(', ')})`))
    .join(', ');
}
