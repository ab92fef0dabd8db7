import type { PhrasingContent, RootContent } from 'mdast';
import { count, listOf } from '../../base/words.ts';
import { checks } from '../../model/outcome.ts';
import type { RunResult } from '../../model/run-result.ts';
import { markOf } from '../baseline-marks.ts';
import { type Cause, elsewhere, regionsOf, toCauses } from '../causes.ts';
import { unaccepted } from '../known.ts';
import { code, codeBlock, folded, heading, list, paragraph, text } from '../markdown.ts';

/** How many causes are told: a comment on GitHub has at most 65,536 characters. */
const shown = 20;

const sentences: ReadonlyMap<string, string> = new Map(Object.entries(checks));

/** The broken clauses, each once, with a command that shows it again. */
export function failures({ findings }: RunResult): RootContent[] {
  const causes = toCauses(unaccepted(findings).filter(({ severity }) => severity === 'failed'));
  const more = causes.length - shown;
  return [
    ...(causes.length === 0 ? [] : [heading(3, text('Failed'))]),
    ...causes.slice(0, shown).flatMap(failure),
    ...(more > 0 ? [paragraph(text(`And ${count(more, 'more cause')}, in result.json.`))] : []),
  ];
}

function failure(cause: Cause): RootContent[] {
  const { first, same, also } = cause;
  const sentence = sentences.get(first.check) ?? first.check;
  const mark = markOf([...same, ...also.flat()]);
  const head = [code(first.operationId), text(` in ${listOf(regionsOf(same))}: ${sentence}`)];
  return [
    heading(4, ...(mark === '' ? head : [text(mark), ...head])),
    list([
      [code(cut(first.message))],
      ...labelled('expected', first.expected),
      ...labelled('actual', first.actual),
      ...labelled('spec', first.specLocation ?? first.pointer),
      ...labelled('case', [...new Set(same.map((finding) => finding.case))].join(', ')),
      ...labelled('also in', elsewhere(cause).join('; ')),
    ]),
    ...(first.curl === undefined ? [] : folded('See it again', [codeBlock('sh', first.curl)])),
  ];
}

function labelled(label: string, value: string | undefined): PhrasingContent[][] {
  return value === undefined || value === '' ? [] : [[text(`${label} `), code(cut(value))]];
}

/** Characters of a value that are shown. */
const longest = 600;

function cut(value: string): string {
  return value.length <= longest ? value : `${value.slice(0, longest)}...`;
}
