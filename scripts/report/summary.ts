import type { RootContent } from 'mdast';
import { ExitCode } from '../base/exit-code.ts';
import { mapStrings } from '../base/map-strings.ts';
import { visible } from '../base/visible.ts';
import { count, duration, grouped } from '../base/words.ts';
import { code, heading, markdown, paragraph, table, text } from './markdown.ts';
import { signs, unequal } from './signs.ts';
import { differences, failures, sections } from './summary/findings.ts';
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

/** Operations by region, with a verdict in each cell, and a sign where the regions differ. */
function matrix({ matrix: { rows, isDifferent }, regions }: ReportView): RootContent[] {
  if (rows.length === 0) return [];
  const cells = rows.map((row) => [
    code(row.operation),
    ...row.verdicts.map((verdict) => text(words(verdict))),
    ...(isDifferent ? [text(row.isDifferent ? `${unequal.symbol} differ` : '')] : []),
  ]);
  const head = ['Operation', ...Object.keys(regions), ...(isDifferent ? ['Regions'] : [])];
  return [table([head.map(text), ...cells])];
}

function words(verdict: keyof typeof signs | undefined): string {
  return verdict === undefined ? '' : `${signs[verdict].symbol} ${verdict}`;
}

const columns = [
  'requests',
  'checks',
  'failed',
  'drift',
  'known',
  'inconclusive',
  'flaky',
  'unreachable',
] as const;

/** For each region its URL, what was counted, and what stood in the way of judging it. */
function regions({ regions: all }: ReportView): RootContent[] {
  const counts = columns.filter(
    (key) => key !== 'known' || Object.values(all).some(({ known }) => known > 0),
  );
  const rows = Object.entries(all).map(([name, region]) => [
    text(name),
    code(region.baseUrl),
    ...counts.map((key) => text(grouped(region[key]))),
    text(duration(region.durationMs)),
  ]);
  const reasons = Object.entries(all).flatMap(([name, { reason }]) =>
    reason === undefined ? [] : [{ name, reason }],
  );
  const head = ['Region', 'Base URL', ...counts, 'time'];
  return [
    table([head.map(text), ...rows]),
    ...reasons.map(({ name, reason }) => paragraph(text(`${name}: `), code(reason))),
  ];
}

function coverage({ coverage: { percent, gaps } }: ReportView): RootContent[] {
  const share = `Coverage: ${percent} % of what is documented`;
  return [paragraph(text(`${share}, ${count(gaps.length, 'gap')}; result.json lists each.`))];
}
