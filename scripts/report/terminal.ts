import { mapStrings } from '../base/map-strings.ts';
import { visible } from '../base/visible.ts';
import { coverage } from './terminal/coverage.ts';
import { differences, failures, sections } from './terminal/findings.ts';
import { entry, type TerminalPage } from './terminal/page.ts';
import { createPaint } from './terminal/paint.ts';
import { regionLines } from './terminal/regions.ts';
import { table } from './terminal/table.ts';
import type { ReportView } from './view.ts';

/** What people see after a run, from the overview to the verdict. */
const parts: readonly ((page: TerminalPage, view: ReportView) => readonly string[])[] = [
  (page, { spec }) => entry(page, { label: '', text: `${spec.title} ${spec.version}`, style: 'strong' }),
  table,
  regionLines,
  failures,
  differences,
  sections,
  coverage,
  (page, { compared }) => (compared === undefined ? [] : entry(page, { label: '', text: compared })),
  (page, { verdict }) => entry(page, { label: '', ...verdict }),
];

/** `width` is in columns. */
type TerminalOptions = { readonly colour: boolean; readonly width: number };

/**
 * The report for a terminal. Lines keep to the width, except the quoted parts of a curl command, which would no longer
 * be one if they were broken.
 */
export function toTerminal(view: ReportView, { colour, width }: TerminalOptions): string {
  const page = { width, paint: createPaint(colour) };
  const printable = mapStrings(view, visible);
  const written = parts.map((part) => part(page, printable).join('\n'));
  return `${written.filter((text) => text !== '').join('\n\n')}\n`;
}
