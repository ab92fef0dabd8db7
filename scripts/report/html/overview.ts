import { ExitCode } from '../../base/exit-code.ts';
import { count, duration, grouped } from '../../base/words.ts';
import type { RegionResult } from '../../model/run-result.ts';
import { type Sign, signs } from '../signs.ts';
import { startedAt } from '../started-at.ts';
import type { ReportView } from '../view.ts';

/** What the whole run ended with. */
export type VerdictView = {
  readonly title: string;
  readonly version: string;
  readonly text: string;
  readonly sign: Sign;
  readonly exitCode: ExitCode;
  readonly isPartial: boolean;
  /** Against an earlier run, where one is given. */
  readonly compared: string;
  /** When the first request was sent, where that is known. */
  readonly startedAt: string;
};

export function toVerdict(view: ReportView): VerdictView {
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

/** A region with what was counted there. */
export type RegionView = {
  readonly name: string;
  readonly baseUrl: string;
  readonly sign: Sign;
  readonly verdict: string;
  readonly reason: string;
  readonly made: string;
  readonly counts: readonly { readonly number: string; readonly label: string; readonly style: string }[];
};

/** Zeros say something of the first of them only. */
const counted = ['passed', 'failed', 'unreachable', 'inconclusive', 'flaky', 'drift', 'known'] as const;

export function toRegions({ regions }: ReportView): RegionView[] {
  return Object.entries(regions).map(([name, region]) => ({
    name,
    baseUrl: region.baseUrl,
    sign: signs[region.verdict],
    verdict: region.verdict,
    reason: region.reason ?? '',
    made: madeIn(region),
    counts: counted
      .filter((key) => key === 'passed' || region[key] > 0)
      .map((key) => ({
        number: grouped(region[key]),
        label: key,
        style: signs[key].style,
      })),
  }));
}

function madeIn({ requests, checks, durationMs }: RegionResult): string {
  return `${count(requests, 'request')} in ${duration(durationMs)}, ${count(checks, 'check')}`;
}
