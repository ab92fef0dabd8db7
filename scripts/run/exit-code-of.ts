import { ExitCode } from '../exit-code.ts';
import type { Difference, RegionResult } from '../model/run-result.ts';

/** The exit status of a run; `strict` counts drift and flaky cases as breaks. Zero checks never give 0. */
export function exitCodeOf(
  regions: readonly RegionResult[],
  differences: readonly Difference[],
  strict: boolean,
): ExitCode {
  const broken = regions.some(({ failed, drift, flaky }) => failed > 0 || (strict && drift + flaky > 0));
  if (broken || differences.length > 0) return ExitCode.broken;
  const judged = regions.length > 0 && regions.every(({ checks }) => checks > 0);
  const open = regions.some(({ verdict }) => verdict === 'unreachable' || verdict === 'inconclusive');
  return judged && !open ? ExitCode.kept : ExitCode.notJudged;
}
