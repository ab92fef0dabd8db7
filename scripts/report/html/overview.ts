import { ExitCode } from '../../base/exit-code.ts';
import { count, duration, grouped } from '../../base/words.ts';
import { startedAt } from '../result-json.ts';
import { signs } from '../signs.ts';
import type { ReportView } from '../view.ts';

/** What the whole run ended with, and when its first request was sent, if one was. */
export function toVerdict(view: ReportView): object {
  const { spec, exitCode, compared = '', verdict } = view;
  const { text, style } = verdict;
  return {
    ...spec,
    text,
    sign: { symbol: symbols[style] ?? '', style },
    exitCode,
    compared,
    isPartial: exitCode === ExitCode.interrupted,
    startedAt: startedAt(view) ?? '',
  };
}

const symbols: Readonly<Record<string, string>> = {
  good: signs.passed.symbol,
  bad: signs.failed.symbol,
  doubt: signs.inconclusive.symbol,
};

/** Only for the first of these a zero is shown. */
const counted = ['passed', 'failed', 'unreachable', 'inconclusive', 'flaky', 'drift', 'known'] as const;

/** The regions with what was counted there. */
export function toRegions({ regions }: ReportView): object[] {
  return Object.entries(regions).map(([name, region]) => ({
    name,
    baseUrl: region.baseUrl,
    sign: signs[region.verdict],
    verdict: region.verdict,
    reason: region.reason ?? '',
    made: `${count(region.requests, 'request')} in ${duration(region.durationMs)}, ${count(region.checks, 'check')}`,
    counts: counted
      .filter((key) => key === 'passed' || region[key] > 0)
      .map((key) => ({ number: grouped(region[key]), label: key, style: signs[key].style })),
  }));
}
