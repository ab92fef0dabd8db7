import type { RootContent } from 'mdast';
import { ExitCode } from '../base/exit-code.ts';
import { mapStrings } from '../base/map-strings.ts';
import { visible } from '../base/visible.ts';
import { count } from '../base/words.ts';
import { heading, markdown, paragraph, text } from './markdown.ts';
import { differences, failures, sections } from './summary/findings.ts';
import { matrix, regions } from './summary/overview.ts';
import type { ReportView } from './view.ts';

const parts: readonly ((view: ReportView) => readonly RootContent[])[] = [
  title,
  matrix,
  regions,
  failures,
  differences,
  sections,
  coverage,
];

/** The result in GitHub Flavored Markdown, for a job summary or a comment on a pull request. */
export function toSummary(view: ReportView): string {
  const printable = mapStrings(view, visible);
  return markdown(parts.flatMap((part) => part(printable)));
}

const exitSigns: ReadonlyMap<ExitCode, string> = new Map([
  [ExitCode.kept, '✅'],
  [ExitCode.notJudged, '⚠️'],
  [ExitCode.interrupted, '⚠️'],
]);

function title({ spec, exitCode, verdict, compared }: ReportView): RootContent[] {
  const sign = exitSigns.get(exitCode) ?? '❌';
  return [
    heading(2, text(`${sign} ${spec.title} ${spec.version}`)),
    paragraph({ type: 'strong', children: [text(verdict.text)] }),
    ...(compared === undefined ? [] : [paragraph(text(compared))]),
  ];
}

function coverage({ coverage: { percent, gaps } }: ReportView): RootContent[] {
  return [
    paragraph(
      text(
        `Coverage: ${percent} % of what is documented, ${count(gaps.length, 'gap')}; result.json lists each.`,
      ),
    ),
  ];
}
