import { mapStrings } from '../map-strings.ts';
import { checks } from '../model/outcome.ts';
import type { RunResult } from '../model/run-result.ts';
import { visible, withoutCommands } from '../visible.ts';
import { listOf } from '../words.ts';
import { type Cause, elsewhere, regionsOf, toCauses, toUnequal } from './causes.ts';
import { adviceOn, unaccepted } from './known.ts';
import { markOf } from './since.ts';
import { casesOf } from './terminal/events.ts';

const sentences: ReadonlyMap<string, string> = new Map(Object.entries(checks));

/**
 * A text with the commands behind it. A server's response in the text must not give any: it holds none, and while it is
 * printed GitHub takes none (`stop-commands`).
 * @param word that ends this, and that nobody can guess
 */
export function withAnnotations(text: string, annotations: readonly string[], word: string): string {
  return [`::stop-commands::${word}`, withoutCommands(text), `::${word}::`, ...annotations].join('\n');
}

/**
 * GitHub's workflow commands for a run: an error for each broken clause, each difference of regions and each known
 * deviation that is stale, a warning for each clause in drift, at its line. In a strict run drift and what is flaky are
 * errors. GitHub shows ten of each kind for a step.
 */
export function toAnnotations(judged: RunResult): string[] {
  const result = mapStrings(judged, visible);
  const { findings, parity, stale = [], strict = false } = result;
  const causes = (severity: string): Cause[] =>
    toCauses(unaccepted(findings).filter((finding) => finding.severity === severity));
  return [
    ...causes('failed').map((cause) => annotation('error', cause)),
    ...toUnequal(unaccepted(parity)).flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { operationId, what, where, regions } = first;
      const sides = Object.entries(regions).map(([region, answer]) => `${region}: ${answer}`);
      const subject = where === undefined ? what : `${what} ${where}`;
      return [
        command('error', { title: `${markOf(group)}${operationId}: the regions differ` }, [
          subject,
          ...sides,
        ]),
      ];
    }),
    ...stale.map((entry) => {
      const title = `${entry.operation} in ${entry.region}: a known deviation`;
      return command('error', { ...placeOf(entry.location), title }, [adviceOn(entry)]);
    }),
    ...(strict ? casesOf(result, 'flaky') : []).map(({ region, operationId, case: name, message }) =>
      command('error', { title: `${operationId} in ${region}: flaky` }, [`${name}: ${message}`]),
    ),
    ...causes('drift').map((cause) => annotation(strict ? 'error' : 'warning', cause)),
  ];
}

function annotation(level: 'error' | 'warning', cause: Cause): string {
  const { first, same, also } = cause;
  const regions = listOf(regionsOf(same));
  const mark = markOf([...same, ...also.flat()]);
  const title = `${mark}${first.operationId} in ${regions}: ${sentences.get(first.check) ?? first.check}`;
  const isSaid = first.expected === undefined || first.message.includes(first.expected);
  const expected = isSaid ? [] : [`expected: ${first.expected}`];
  const actual = first.actual === undefined ? [] : [`actual: ${first.actual}`];
  const others = elsewhere(cause).map((text) => `also in ${text}`);
  return command(level, { ...placeOf(first.specLocation), title }, [
    first.message,
    ...expected,
    ...actual,
    ...others,
  ]);
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
