import { ExitCode } from '../base/exit-code.ts';
import type { Coverage, Difference, RegionResult, RunResult, Unsent } from '../model/run-result.ts';

/** The exit status of a result of which known deviations are accepted; an interrupted run stays one. */
export function exitCodeAfter(result: RunResult, strict: boolean): ExitCode {
  if (result.exitCode === ExitCode.interrupted) return result.exitCode;
  if ((result.stale ?? []).length > 0) return ExitCode.broken;
  return exitCodeOf(Object.values(result.regions), result.parity, { ...result, strict });
}

/**
 * The exit status of a run; `strict` counts drift and flaky cases as breaks. What is accepted is no break. Zero checks
 * never give 0, and neither does what failed earlier and was not sent again. The floor of the coverage says something
 * only where all regions were judged.
 */
export function exitCodeOf(
  regions: readonly RegionResult[],
  differences: readonly Difference[],
  { strict, coverage, unsent = [] }: Weighed,
): ExitCode {
  const broken = regions.some(({ failed, drift, flaky }) => failed > 0 || (strict && drift + flaky > 0));
  if (broken || differences.some(({ accepted }) => accepted === undefined)) return ExitCode.broken;
  const judged = regions.length > 0 && regions.every(({ checks }) => checks > 0);
  const open = regions.some(({ verdict }) => verdict === 'unreachable' || verdict === 'inconclusive');
  if (!judged || open || unsent.length > 0) return ExitCode.notJudged;
  return coverage.percent < (coverage.floor ?? 0) ? ExitCode.broken : ExitCode.kept;
}

type Weighed = {
  readonly strict: boolean;
  readonly coverage: Pick<Coverage, 'percent' | 'floor'>;
  readonly unsent?: readonly Unsent[];
};
