import type { Target } from '../../config/target.ts';
import { judgeCase } from '../../judge/case-result.ts';
import type { CaseRecord } from '../../model/run-record.ts';
import { announce } from '../../report/announce.ts';
import { createProgress } from '../../report/progress.ts';
import { type RunOptions, skippedIn } from '../../run/region.ts';
import { foreignTokenReason, type Selection } from '../../suite/selection.ts';
import type { Context } from '../context.ts';

export type Watcher = Pick<RunOptions, 'onCase' | 'onWaiting'> & { readonly stop: () => void };

/** Announces what will be sent and shows progress; prints nothing if `quiet`. */
export function watch(
  targets: readonly Target[],
  { cases, skipped }: Selection,
  quiet: boolean,
  { err, progress, width }: Context,
): Watcher {
  if (quiet) return { onCase: () => undefined, onWaiting: () => undefined, stop: () => undefined };
  const isWithheld = targets.length > 1 && [...skipped.values()].includes(foreignTokenReason);
  const announced = targets.map(({ foreignToken, ...target }) => {
    const own = skippedIn(target, { cases, skipped });
    const isTried = cases.some((testCase) => testCase.guard === 'elsewhere' && !own.has(testCase));
    return {
      ...target,
      ...(isTried && foreignToken !== undefined && { foreignToken }),
      requests: cases.length - own.size,
      skipped: own.size,
    };
  });
  for (const line of announce(announced, width, isWithheld)) err(line);
  const planned = announced.map(({ name, perMinute, requests }) => ({
    ...{ name, total: requests },
    ...(perMinute !== undefined && { perMinute }),
  }));
  const { advance, wait, stop } = createProgress(planned, progress, () => performance.now());
  const failedIn = (record: CaseRecord): number =>
    judgeCase(record).outcomes.filter(({ verdict }) => verdict === 'failed').length;
  return {
    onCase: (record) => advance(record.region, failedIn(record)),
    onWaiting: wait,
    stop,
  };
}
