import { groupBy } from '../../base/group-by.ts';
import { grouped } from '../../base/words.ts';
import type { CaseResult, RunResult } from '../../model/run-result.ts';
import type { Tagger, Tags } from './tags.ts';

/** How long the responses of each operation took in each region; an axis from zero, in milliseconds. */
export function toTimes({ cases }: RunResult, { operations, regions, tag }: Tagger) {
  const answered = cases.filter(({ status }) => status !== undefined);
  const longest = answered.reduce((most, { durationMs }) => Math.max(most, durationMs), 0);
  const step = stepOf(longest);
  const end = Math.max(step, Math.ceil(longest / step) * step);
  const percent = (ms: number): number => Math.round((1000 * ms) / end) / 10;
  const groups = groupBy(answered, ({ operationId, region }) => JSON.stringify([operationId, region]));
  const rows = groups.map((group) => toRow(group, tag('', group), percent));
  return {
    ticks: Array.from({ length: end / step + 1 }, (_, index) => {
      return { at: percent(index * step), text: grouped(index * step) };
    }),
    operations: operations.flatMap((name, number) => {
      const own = rows
        .filter(({ tags }) => tags.operations[0] === number)
        .toSorted((a, b) => regions.indexOf(a.region) - regions.indexOf(b.region));
      return own.length === 0 ? [] : [{ name, rows: own }];
    }),
  };
}

/** The fastest, the slowest and the median response, in words and as places on the axis in percent. */
function toRow(group: readonly CaseResult[], tags: Tags, percent: (ms: number) => number) {
  const times = group.map(({ durationMs }) => durationMs).toSorted((a, b) => a - b);
  const [least = 0] = times;
  const most = times.at(-1) ?? 0;
  const median = times[Math.floor((times.length - 1) / 2)] ?? 0;
  const [from, to] = [percent(least), percent(most)];
  return {
    tags,
    region: group[0]?.region ?? '',
    text: least === most ? `${most} ms` : `${least} to ${most} ms, median ${median} ms`,
    from,
    width: Math.max(0.4, to - from),
    median: percent(median),
  };
}

/** 1, 2 or 5 times a power of ten, so that there are at most six steps. */
function stepOf(longest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, longest / 6)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => longest / step <= 6) ?? 1;
}
