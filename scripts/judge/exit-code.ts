import { ExitCode } from '../base/exit-code.ts';
import type { Coverage, RunResult } from '../model/run-result.ts';

type Judged = Pick<RunResult, 'regions' | 'parity' | 'strict' | 'unsent' | 'stale'> & {
  readonly coverage: Pick<Coverage, 'percent' | 'floor'>;
};

/**
 * The exit code of a run; nothing else decides it. Accepted deviations do not count, and drift and flaky cases count only
 * if `strict`. Neither a run without checks nor one with unsent failures gives 0. The coverage floor counts only if all
 * regions were judged.
 */
export function exitCodeOf({ regions, parity, strict, coverage, unsent = [], stale = [] }: Judged): ExitCode {
  const all = Object.values(regions);
  const isBroken = all.some(({ failed, drift, flaky }) => failed > 0 || (strict && drift + flaky > 0));
  const isUnequal = parity.some(({ accepted }) => accepted === undefined);
  if (isBroken || isUnequal || stale.length > 0) return ExitCode.broken;
  const isJudged = all.length > 0 && all.every(({ checks }) => checks > 0);
  const isOpen = all.some(({ verdict }) => verdict === 'unreachable' || verdict === 'inconclusive');
  if (!isJudged || isOpen || unsent.length > 0) return ExitCode.notJudged;
  return coverage.percent < (coverage.floor ?? 0) ? ExitCode.broken : ExitCode.kept;
}
