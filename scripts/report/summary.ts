import type { RootContent } from 'mdast';
import { ExitCode } from '../base/exit-code.ts';
import { mapStrings } from '../base/map-strings.ts';
import { visible } from '../base/visible.ts';
import { count } from '../base/words.ts';
import type { RunResult } from '../model/run-result.ts';
import { againstBaseline } from './baseline-marks.ts';
import { heading, markdown, paragraph, text } from './markdown.ts';
import { differences } from './summary/differences.ts';
import { failures } from './summary/failures.ts';
import { rest } from './summary/other-findings.ts';
import { matrix, regions } from './summary/overview.ts';
import { verdictLine } from './terminal/verdict.ts';

type Section = (result: RunResult) => readonly RootContent[];

const sections: readonly Section[] = [title, matrix, regions, failures, differences, rest, coverage];

/** The result in GitHub Flavored Markdown, for a job summary or a comment on a pull request. */
export function toSummary(result: RunResult): string {
  const printable = mapStrings(result, visible);
  return markdown(sections.flatMap((section) => section(printable)));
}

const exitSigns: ReadonlyMap<ExitCode, string> = new Map([
  [ExitCode.kept, '✅'],
  [ExitCode.notJudged, '⚠️'],
  [ExitCode.interrupted, '⚠️'],
]);

function title(result: RunResult): RootContent[] {
  const { spec, exitCode } = result;
  const compared = againstBaseline(result);
  const sign = exitSigns.get(exitCode) ?? '❌';
  return [
    heading(2, text(`${sign} ${spec.title} ${spec.version}`)),
    paragraph({ type: 'strong', children: [text(verdictLine(result).text)] }),
    ...(compared === undefined ? [] : [paragraph(text(compared))]),
  ];
}

function coverage({ coverage: { percent, gaps } }: RunResult): RootContent[] {
  return [
    paragraph(
      text(
        `Coverage: ${percent} % of what is documented, ${count(gaps.length, 'gap')}; result.json lists each.`,
      ),
    ),
  ];
}
