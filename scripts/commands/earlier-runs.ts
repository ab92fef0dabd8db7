import { compareWith } from '../compare/baseline.ts';
import { type ReadResult, readResult, requireSameApi } from '../config/result-file.ts';
import type { Api } from '../model/api.ts';
import type { RunResult } from '../model/run-result.ts';

/** What earlier runs found, to be held against this one. */
export type EarlierOptions = {
  /** The `result.json` to tell from what is new and what is fixed. */
  readonly baseline?: string;
};

export type EarlierRuns = { readonly baseline?: ReadResult };

/** Reads all that the options name, before anything else is done. */
export async function readEarlierRuns({ baseline }: EarlierOptions): Promise<EarlierRuns> {
  return {
    ...(baseline !== undefined && { baseline: await readResult({ option: '--baseline', file: baseline }) }),
  };
}

/** A result of another API is a mistake. */
export function requireApi({ baseline }: EarlierRuns, api: Api): void {
  if (baseline !== undefined) requireSameApi(baseline, api);
}

/** The result of this run, and what it says beside those. */
export function compare(judged: RunResult, { baseline }: EarlierRuns): RunResult {
  return baseline === undefined ? judged : compareWith(judged, baseline.earlier);
}
