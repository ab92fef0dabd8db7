import { groupBy } from '../base/group-by.ts';
import { count, listOf } from '../base/words.ts';
import type { Finding } from '../model/run-result.ts';
import { markOf } from './baseline-marks.ts';
import { regionsOf } from './causes.ts';
import { adviceOn, unaccepted } from './known.ts';
import { unsentList } from './unsent.ts';
import { isOpen, reasonOf } from './verdict.ts';
import { type CauseView, headlineOf, type ReportView } from './view.ts';

/** One cause, for people who read a pull request. */
export type Annotation = {
  readonly title: string;
  /** `file:line:column` */
  readonly location?: string | undefined;
  readonly lines: readonly string[];
};

/** Whatever keeps the exit status from being 0: each cause once. */
export function errorsOf(result: ReportView): Annotation[] {
  return [
    ...result.failures.map(toAnnotation),
    ...unequal(result),
    ...stale(result),
    ...notJudged(result),
    ...unsent(result),
    ...uncovered(result),
  ];
}

/** What fails a strict run only. */
export function warningsOf(result: ReportView): Annotation[] {
  return [...flaky(result), ...result.drift.map(toAnnotation)];
}

function unequal({ differences }: ReportView): Annotation[] {
  return differences.map(({ mark, sentence, operation, first }) => {
    const sides = Object.entries(first.regions);
    const regions = listOf(Object.keys(first.regions));
    const lines = [`case: ${first.case}`, ...sides.map(([region, value]) => `${region}: ${value}`)];
    return { title: headlineOf({ mark, sentence, operation, regions }), lines };
  });
}

function stale({ stale: entries = [] }: ReportView): Annotation[] {
  return entries.map((entry) => {
    const title = `${entry.operation} in ${entry.region}: a known deviation`;
    return { title, location: entry.location, lines: [adviceOn(entry)] };
  });
}

/** Each reason why cases were not judged, and why regions were not where no case says it. */
function notJudged({ findings, regions }: ReportView): Annotation[] {
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

function unsent({ unsent: all = [] }: ReportView): Annotation[] {
  if (all.length === 0) return [];
  return [{ title: `${count(all.length, 'failed case')} not sent again`, lines: [unsentList(all, 5)] }];
}

function uncovered({ coverage: { percent, floor = 0 } }: ReportView): Annotation[] {
  if (percent >= floor) return [];
  return [{ title: 'Coverage is too low', lines: [`${percent} %, and the floor is ${floor} %.`] }];
}

/** All in one, because a region that fails each first request has one reason and many cases. */
function flaky({ sections }: ReportView): Annotation[] {
  const items = sections.find(({ id }) => id === 'flaky')?.items ?? [];
  if (items.length === 0) return [];
  const places = items.flatMap((item) => item.places);
  const title = `${listOf(regionsOf(places))}: ${count(places.length, 'flaky case')}`;
  const most = items.toSorted((a, b) => b.places.length - a.places.length).slice(0, 5);
  const lines = most.map((item) => `${item.message}: ${namesIn(item.places)}`);
  const left = items.length - lines.length;
  return [{ title, lines: [...lines, ...(left === 0 ? [] : [`and ${count(left, 'more reason')}`])] }];
}

function namesIn(events: readonly Pick<Finding, 'operationId' | 'case'>[]): string {
  const names = [...new Set(events.map(({ operationId, case: name }) => `${operationId} (${name})`))];
  const more = names.length > 3 ? [`${names.length - 3} more`] : [];
  return listOf([...names.slice(0, 3), ...more]);
}

function toAnnotation(view: CauseView): Annotation {
  const { check, expected, actual, also, cause } = view;
  const rows = Object.entries({ check, expected, actual }).flatMap(([name, text]) =>
    text === undefined ? [] : [`${name}: ${text}`],
  );
  const lines = [...rows, ...also.map((text) => `also in ${text}`)];
  return { title: headlineOf(view), location: cause.first.specLocation, lines };
}
