import type { RunResult } from '../model/run-result.ts';
import { toCauses } from './causes.ts';
import { mapStrings } from './map-strings.ts';
import { briefly, type Event } from './terminal/briefly.ts';
import { differences } from './terminal/differences.ts';
import { casesOf, eventsAndCasesOf, eventsOf } from './terminal/events.ts';
import { failure } from './terminal/failures.ts';
import { entry, type Page } from './terminal/page.ts';
import { createPaint } from './terminal/paint.ts';
import { regionLines } from './terminal/regions.ts';
import { type Sign, signs } from './terminal/signs.ts';
import { table } from './terminal/table.ts';
import { verdictLine } from './terminal/verdict.ts';
import { visible } from './terminal/visible.ts';
import { count } from './words.ts';

type Section = {
  /** Also written where only what is wrong is wanted. */
  readonly wrong: boolean;
  readonly lines: (page: Page, result: RunResult) => readonly string[];
};

const driftHeading = 'Drift: clauses that are only observed or inferred do not hold';

/** What people see after a run, from the overview to the verdict. */
const sections: readonly Section[] = [
  { wrong: false, lines: title },
  { wrong: false, lines: table },
  { wrong: false, lines: regionLines },
  { wrong: true, lines: failures },
  { wrong: true, lines: differences },
  { wrong: true, lines: brieflyAs(driftHeading, signs.drift, (result) => eventsOf(result, 'drift')) },
  {
    wrong: true,
    lines: brieflyAs('Not judged', signs.inconclusive, (result) => eventsAndCasesOf(result, 'inconclusive')),
  },
  {
    wrong: true,
    lines: brieflyAs('Unreachable', signs.unreachable, (result) => eventsAndCasesOf(result, 'unreachable')),
  },
  {
    wrong: true,
    lines: brieflyAs('Failed, then passed when repeated', signs.flaky, (result) => casesOf(result, 'flaky')),
  },
  { wrong: false, lines: brieflyAs('Not sent', signs.skipped, (result) => casesOf(result, 'skipped')) },
  { wrong: false, lines: coverageLine },
  { wrong: true, lines: (page, result) => entry(page, { label: '', ...verdictLine(result) }) },
];

export type TerminalOptions = {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
  /** Only what is wrong, and the verdict. */
  readonly quiet?: boolean;
};

/**
 * The report for a terminal. Lines keep to the width, but for the quoted parts of a curl command, which would
 * no longer be one if they were broken.
 */
export function toTerminal(result: RunResult, { colour, width, quiet = false }: TerminalOptions): string {
  const page = { width, paint: createPaint(colour) };
  const printable = mapStrings(result, visible);
  const written = sections
    .filter(({ wrong }) => wrong || !quiet)
    .map(({ lines }) => lines(page, printable).join('\n'))
    .filter((text) => text !== '');
  return `${written.join('\n\n')}\n`;
}

function title(page: Page, { spec }: RunResult): string[] {
  return entry(page, { label: '', text: `${spec.title} ${spec.version}`, style: 'strong' });
}

function failures(page: Page, { findings }: RunResult): string[] {
  const causes = toCauses(findings.filter(({ severity }) => severity === 'failed'));
  return causes.flatMap((cause, index) => [...(index === 0 ? [] : ['']), ...failure(page, cause, index + 1)]);
}

function brieflyAs(
  heading: string,
  sign: Sign,
  events: (result: RunResult) => readonly Event[],
): Section['lines'] {
  return (page, result) => briefly(page, heading, sign, events(result));
}

function coverageLine(page: Page, { coverage }: RunResult): string[] {
  const { operations, responses, gaps } = coverage;
  const judged = `${operations.judged} of ${count(operations.documented, 'operation')} judged`;
  const provoked = `${responses.provoked} of ${count(responses.documented, 'response')} provoked`;
  const text = `${judged}, ${provoked}, ${count(gaps.length, 'gap')}`;
  return entry(page, { label: 'Coverage: ', labelStyle: 'strong', text });
}
