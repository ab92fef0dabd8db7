import { ExitCode } from '../base/exit-code.ts';
import type { Coverage, RunResult } from '../model/run-result.ts';

type Weighed = Pick<RunResult, 'regions' | 'parity' | 'strict' | 'unsent' | 'stale'> & {
  readonly coverage: Pick<Coverage, 'percent' | 'floor'>;
};

/**
 * The exit code of a verdict, decided nowhere else. What is accepted does not break the contract; `strict` counts drift
 * and flaky cases as breaks. Zero checks never give 0, and neither does what failed earlier and was not sent again. The
 * floor of the coverage counts only if all regions were judged.
 */
export function exitCodeOf({
  regions,
  parity,
  strict,
  coverage,
  unsent = [],
  stale = [],
}: Weighed): ExitCode {
  const all = Object.values(regions);
  const isBroken = all.some(({ failed, drift, flaky }) => failed > 0 || (strict && drift + flaky > 0));
  const isUnequal = parity.some(({ accepted }) => accepted === undefined);
  if (isBroken || isUnequal || stale.length > 0) return ExitCode.broken;
  const isJudged = all.length > 0 && all.every(({ checks }) => checks > 0);
  const isOpen = all.some(({ verdict }) => verdict === 'unreachable' || verdict === 'inconclusive');
  if (!isJudged || isOpen || unsent.length > 0) return ExitCode.notJudged;
  return coverage.percent < (coverage.floor ?? 0) ? ExitCode.broken : ExitCode.kept;
}
