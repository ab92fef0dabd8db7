import { groupBy } from '../base/group-by.ts';
import { count, listOf } from '../base/words.ts';
import { checks } from '../model/outcome.ts';
import type { Finding, RunResult } from '../model/run-result.ts';
import { markOf } from './baseline-marks.ts';
import { type Cause, elsewhere, regionsOf, toCauses, toUnequal } from './causes.ts';
import { isOpen, reasonOf } from './could-not-judge.ts';
import { adviceOn, unaccepted } from './known.ts';
import { casesOf } from './terminal/events.ts';
import { unsentList } from './unsent.ts';

/** One cause, for people who read a pull request. */
export type Annotation = {
  readonly title: string;
  /** `file:line:column` */
  readonly location?: string | undefined;
  readonly lines: readonly string[];
};

/** Whatever keeps the exit status from being 0: each cause once. */
export function errorsOf(result: RunResult): Annotation[] {
  return [
    ...causesOf(result, 'failed').map(toAnnotation),
    ...unequal(result),
    ...stale(result),
    ...notJudged(result),
    ...unsent(result),
    ...uncovered(result),
  ];
}

/** What fails a strict run only. */
export function warningsOf(result: RunResult): Annotation[] {
  return [...flaky(result), ...causesOf(result, 'drift').map(toAnnotation)];
}

const sentences: ReadonlyMap<string, string> = new Map(Object.entries(checks));

function causesOf({ findings }: RunResult, severity: string): Cause[] {
  return toCauses(unaccepted(findings).filter((finding) => finding.severity === severity));
}

function unequal({ parity }: RunResult): Annotation[] {
  return toUnequal(unaccepted(parity)).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { operationId, what, where, regions } = first;
    const sides = Object.entries(regions).map(([region, answer]) => `${region}: ${answer}`);
    const subject = where === undefined ? what : `${what} ${where}`;
    const title = `${markOf(group)}${operationId}: the regions differ`;
    return [{ title, lines: [subject, ...sides] }];
  });
}

function stale({ stale: entries = [] }: RunResult): Annotation[] {
  return entries.map((entry) => {
    const title = `${entry.operation} in ${entry.region}: a known deviation`;
    return { title, location: entry.location, lines: [adviceOn(entry)] };
  });
}

/** Each reason why cases were not judged, and why regions were not where no case says it. */
function notJudged({ findings, regions }: RunResult): Annotation[] {
  const open = unaccepted(findings).filter(
    ({ severity }) => severity === 'unreachable' || severity === 'inconclusive',
  );
  const named = new Set(regionsOf(open));
  const others = Object.entries(regions).filter(([name, region]) => isOpen(region) && !named.has(name));
  const nothing = { title: 'Could not judge', lines: ['Nothing was checked.'] };
  return [
    ...groupBy(open, ({ message }) => message).map((group) => ({
      title: `${markOf(group)}${listOf(regionsOf(group))}: could not judge ${count(group.length, 'case')}`,
      location: group[0]?.specLocation,
      lines: [group[0]?.message ?? '', namesIn(group)],
    })),
    ...groupBy(others, ([, region]) => reasonOf(region)).map((group) => ({
      title: `${listOf(group.map(([name]) => name))}: could not judge`,
      lines: group.slice(0, 1).map(([, region]) => reasonOf(region)),
    })),
    ...(Object.keys(regions).length === 0 ? [nothing] : []),
  ];
}

function unsent({ unsent: all = [] }: RunResult): Annotation[] {
  if (all.length === 0) return [];
  return [{ title: `${count(all.length, 'case')} that failed: not sent again`, lines: [unsentList(all, 5)] }];
}

function uncovered({ coverage: { percent, floor = 0 } }: RunResult): Annotation[] {
  if (percent >= floor) return [];
  return [{ title: 'Too little is covered', lines: [`${percent} %, and the floor is ${floor} %.`] }];
}

/** All in one, because a region that fails each first request has one reason and many cases. */
function flaky(result: RunResult): Annotation[] {
  const events = casesOf(result, 'flaky');
  if (events.length === 0) return [];
  const title = `${listOf(regionsOf(events))}: ${count(events.length, 'flaky case')}`;
  const groups = groupBy(events, ({ message }) => message).toSorted((a, b) => b.length - a.length);
  const lines = groups.slice(0, 5).map((group) => `${group[0]?.message}: ${namesIn(group)}`);
  const left = groups.length - lines.length;
  return [{ title, lines: [...lines, ...(left === 0 ? [] : [`and ${count(left, 'more reason')}`])] }];
}

function namesIn(events: readonly Pick<Finding, 'operationId' | 'case'>[]): string {
  const names = [...new Set(events.map(({ operationId, case: name }) => `${operationId} (${name})`))];
  const more = names.length > 3 ? [`${names.length - 3} more`] : [];
  return listOf([...names.slice(0, 3), ...more]);
}

function toAnnotation(cause: Cause): Annotation {
  const { first, same, also } = cause;
  const regions = listOf(regionsOf(same));
  const mark = markOf([...same, ...also.flat()]);
  const title = `${mark}${first.operationId} in ${regions}: ${sentences.get(first.check) ?? first.check}`;
  const isSaid = first.expected === undefined || first.message.includes(first.expected);
  const expected = isSaid ? [] : [`expected: ${first.expected}`];
  const actual = first.actual === undefined ? [] : [`actual: ${first.actual}`];
  const others = elsewhere(cause).map((text) => `also in ${text}`);
  const lines = [first.message, ...expected, ...actual, ...others];
  return { title, location: first.specLocation, lines };
}
