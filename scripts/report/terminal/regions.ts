import { count, duration, grouped } from '../../base/words.ts';
import type { RegionResult, RunResult } from '../../model/run-result.ts';
import { signs } from '../signs.ts';
import { isOpen } from '../verdict.ts';
import { columns, entry, pad, type TerminalPage } from './page.ts';

/** For each region its URL and what was counted, on one line where all fit, else on two; and what stood in the way. */
export function regionLines(page: TerminalPage, { regions }: RunResult): string[] {
  const all = Object.entries(regions);
  const names = Math.max(0, ...all.map(([name]) => columns(name)));
  const urls = Math.max(0, ...all.map(([, { baseUrl }]) => columns(baseUrl)));
  const tallies = Math.max(0, ...all.map(([, region]) => columns(tally(region))));
  const oneLine = names + urls + tallies + 6 <= page.width;
  return all.flatMap(([name, region]) => {
    const { symbol, style } = signs[region.verdict];
    const label = `${symbol} ${pad(name, names)}  `;
    const hanging = ' '.repeat(columns(label));
    const { baseUrl, reason } = region;
    const facts = oneLine ? [`${pad(baseUrl, urls)}  ${tally(region)}`] : [baseUrl, tally(region)];
    return [
      ...facts.flatMap((text, index) =>
        entry(page, { label: index === 0 ? label : hanging, labelStyle: style, text }),
      ),
      ...(reason === undefined ? [] : entry(page, { label: hanging, text: reason, style })),
    ];
  });
}

/** The parts of `checks`, and the other numbers beside it. Zeros are left out. */
const parts = ['passed', 'failed', 'drift', 'known', 'inconclusive'] as const;

function tally(region: RegionResult): string {
  const { requests, checks, flaky, unreachable, durationMs } = region;
  const counted = parts.filter((key) => region[key] > 0).map((key) => `${grouped(region[key])} ${key}`);
  const cases = [
    ...(flaky === 0 ? [] : [`${count(flaky, 'case')} flaky`]),
    ...(unreachable === 0 ? [] : [`${count(unreachable, 'case')} unreachable`]),
  ];
  const all = !isOpen(region) && region.passed === checks && counted.length === 1;
  const results = all
    ? ', all passed'
    : counted.map((words, index) => `${index === 0 ? ': ' : ', '}${words}`).join('');
  const made = `${count(requests, 'request')} in ${duration(durationMs)}, ${count(checks, 'check')}${results}`;
  return [made, ...cases].join('; ');
}
