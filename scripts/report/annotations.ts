import { mapStrings } from '../base/map-strings.ts';
import { visible, withoutCommands } from '../base/visible.ts';
import { type Annotation, errorsOf, warningsOf } from './errors-and-warnings.ts';
import type { ReportView } from './view.ts';

/**
 * A text with the commands behind it. A server's response in the text must not give any: it holds none, and while it is
 * printed GitHub takes none (`stop-commands`).
 * @param word that ends this, and that nobody can guess
 */
export function withAnnotations(text: string, annotations: readonly string[], word: string): string {
  return [`::stop-commands::${word}`, withoutCommands(text), `::${word}::`, ...annotations].join('\n');
}

/** GitHub shows ten annotations of each level for a step, and drops the rest without a word. */
const most = 10;

/**
 * GitHub's workflow commands for a run, at their lines of the description, at most ten of each level. Errors: each broken
 * clause, each difference of regions, each stale known deviation, each reason why something could not be judged, and a
 * coverage below its floor. Warnings, which are errors in a strict run: what is flaky, and each clause in drift.
 */
export function toAnnotations(view: ReportView): string[] {
  const result = mapStrings(view, visible);
  const { strict = false } = result;
  const errors = errorsOf(result);
  const warnings = warningsOf(result);
  const levels = strict
    ? [atMost('error', [...errors, ...warnings])]
    : [atMost('error', errors), atMost('warning', warnings)];
  return levels.flat();
}

function atMost(level: 'error' | 'warning', all: readonly Annotation[]): string[] {
  const shown = all.length > most ? all.slice(0, most - 1) : all;
  const left = all.length - shown.length;
  const rest: Annotation = {
    title: `${left} more`,
    lines: ['The output of this step and the reports have all of them.'],
  };
  return [...shown, ...(left === 0 ? [] : [rest])].map(({ title, location, lines }) =>
    command(level, { ...placeOf(location), title }, lines),
  );
}

/** Of `file:line:column`. */
function placeOf(location: string | undefined): Readonly<Record<string, string>> {
  const [, file, line, col] = /^(.*):(\d+):(\d+)$/.exec(location ?? '') ?? [];
  return file && line && col ? { file, line, col } : {};
}

/** `::error file=…,line=…::message`, escaped as the runner's own toolkit does. */
function command(
  level: string,
  properties: Readonly<Record<string, string>>,
  lines: readonly string[],
): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${level} ${written.join(',')}::${escapeData(lines.join('\n'))}`;
}

function escapeData(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(value: string): string {
  return escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
