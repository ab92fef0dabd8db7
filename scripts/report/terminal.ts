import { mapStrings } from '../base/map-strings.ts';
import { visible } from '../base/visible.ts';
import type { RunResult } from '../model/run-result.ts';
import { againstBaseline, fixedEvents } from './baseline-marks.ts';
import { toCauses } from './causes.ts';
import { driftHeading } from './drift-heading.ts';
import { knownEvents, notToldEvents, staleEvents, unaccepted } from './known.ts';
import { briefly, type Event } from './terminal/briefly.ts';
import { coverage } from './terminal/coverage.ts';
import { differences } from './terminal/differences.ts';
import { casesOf, eventsAndCasesOf, eventsOf } from './terminal/events.ts';
import { failure } from './terminal/failures.ts';
import { entry, type Page } from './terminal/page.ts';
import { createPaint } from './terminal/paint.ts';
import { regionLines } from './terminal/regions.ts';
import { type Sign, signs } from './terminal/signs.ts';
import { table } from './terminal/table.ts';
import { verdictLine } from './terminal/verdict.ts';

type Section = (page: Page, result: RunResult) => readonly string[];

/** What people see after a run, from the overview to the verdict. */
const sections: readonly Section[] = [
  title,
  table,
  regionLines,
  failures,
  differences,
  brieflyAs(driftHeading, signs.drift, (result) => eventsOf(result, 'drift')),
  brieflyAs('Known deviations', signs.known, knownEvents),
  brieflyAs('Known deviations to be changed', signs.failed, staleEvents),
  brieflyAs('Known deviations that this run does not tell of', signs.inconclusive, notToldEvents),
  brieflyAs('Not judged', signs.inconclusive, (result) => eventsAndCasesOf(result, 'inconclusive')),
  brieflyAs('Unreachable', signs.unreachable, (result) => eventsAndCasesOf(result, 'unreachable')),
  brieflyAs('Failed, then passed when repeated', signs.flaky, (result) => casesOf(result, 'flaky')),
  brieflyAs('Not sent', signs.skipped, (result) => casesOf(result, 'skipped')),
  brieflyAs('Fixed since the baseline', signs.passed, fixedEvents),
  coverage,
  (page, result) => {
    const text = againstBaseline(result);
    return text === undefined ? [] : entry(page, { label: '', text });
  },
  (page, result) => entry(page, { label: '', ...verdictLine(result) }),
];

/** `width` is in columns. */
type TerminalOptions = { readonly colour: boolean; readonly width: number };

/**
 * The report for a terminal. Lines keep to the width, but for the quoted parts of a curl command, which would
 * no longer be one if they were broken.
 */
export function toTerminal(result: RunResult, { colour, width }: TerminalOptions): string {
  const page = { width, paint: createPaint(colour) };
  const printable = mapStrings(result, visible);
  const written = sections.map((section) => section(page, printable).join('\n'));
  return `${written.filter((text) => text !== '').join('\n\n')}\n`;
}

function title(page: Page, { spec }: RunResult): string[] {
  return entry(page, { label: '', text: `${spec.title} ${spec.version}`, style: 'strong' });
}

function failures(page: Page, { findings }: RunResult): string[] {
  const causes = toCauses(unaccepted(findings).filter(({ severity }) => severity === 'failed'));
  return causes.flatMap((cause, index) => [...(index === 0 ? [] : ['']), ...failure(page, cause, index + 1)]);
}

function brieflyAs(heading: string, sign: Sign, events: (result: RunResult) => readonly Event[]): Section {
  return (page, result) => briefly(page, heading, sign, events(result));
}
