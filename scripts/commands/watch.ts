import type { CaseResult } from '../model/run-result.ts';
import { announce } from '../report/announce.ts';
import { createProgress } from '../report/progress.ts';
import type { Selection, Target, Way } from '../run/region.ts';
import type { World } from './io.ts';

export type Watcher = Pick<Way, 'onCase' | 'onWaiting'> & { readonly stop: () => void };

/** Says what will be sent, and shows how far it is; nothing when it is to be quiet. */
export function watch(
  targets: readonly Target[],
  { cases, skipped }: Selection,
  quiet: boolean,
  { err, progress, width }: World,
): Watcher {
  if (quiet) return { onCase: () => undefined, onWaiting: () => undefined, stop: () => undefined };
  const requests = cases.length - skipped.size;
  const announced = targets.map((target) => ({ ...target, requests, skipped: skipped.size }));
  for (const line of announce(announced, width)) err(line);
  const planned = targets.map(({ name, perMinute }) => ({
    ...{ name, total: requests },
    ...(perMinute !== undefined && { perMinute }),
  }));
  const { advance, wait, stop } = createProgress(planned, progress, () => performance.now());
  const brokenIn = ({ outcomes }: CaseResult): number =>
    outcomes.filter(({ verdict }) => verdict === 'failed').length;
  return {
    onCase: (result) => advance(result.region, brokenIn(result)),
    onWaiting: wait,
    stop,
  };
}
