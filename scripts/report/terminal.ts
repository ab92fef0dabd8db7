import { mapStrings } from '../base/map-strings.ts';
import { visible } from '../base/visible.ts';
import { coverage } from './terminal/coverage.ts';
import { differences, failures, sections } from './terminal/findings.ts';
import {
  createPage,
  joinSections,
  plainText,
  type TerminalOptions,
  type TerminalPage,
} from './terminal/page.ts';
import { regionLines } from './terminal/regions.ts';
import { table } from './terminal/table.ts';
import type { ReportView } from './view.ts';

/** What people see after a run, from the overview to the verdict. */
const parts: readonly ((page: TerminalPage, view: ReportView) => readonly string[])[] = [
  (page, { spec }) => plainText(page, `${spec.title} ${spec.version}`, 'strong'),
  table,
  regionLines,
  failures,
  differences,
  sections,
  coverage,
  (page, { compared }) => (compared === undefined ? [] : plainText(page, compared)),
  (page, { verdict: { text, style } }) => plainText(page, text, style),
];

/**
 * The report for a terminal. Lines keep to the width, except the quoted parts of a curl command, which would no longer
 * be one if they were broken.
 */
export function toTerminal(view: ReportView, options: TerminalOptions): string {
  const page = createPage(options);
  const printable = mapStrings(view, visible);
  return joinSections(parts.map((part) => part(page, printable)));
}
