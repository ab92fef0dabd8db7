import { compareWith } from '../../judge/compare/baseline.ts';
import { exitCodeAfter } from '../../judge/exit-code-of.ts';
import type { Api } from '../../model/api.ts';
import type { RunResult, Unsent } from '../../model/run-result.ts';
import { type ReadResult, readResult, requireSameApi } from './result-file.ts';

/** What earlier runs found, to be held against this one. */
export type EarlierOptions = {
  /** The `result.json` to tell from what is new and what is fixed. */
  readonly baseline?: string;
  /** The `result.json` of which only what failed is run again. */
  readonly onlyFailed?: string;
};

export type EarlierRuns = { readonly baseline?: ReadResult; readonly failed?: ReadResult };

/** Reads all that the options name, before anything else is done. */
export async function readEarlierRuns({ baseline, onlyFailed }: EarlierOptions): Promise<EarlierRuns> {
  return {
    ...(baseline !== undefined && { baseline: await readResult({ option: '--baseline', file: baseline }) }),
    ...(onlyFailed !== undefined && {
      failed: await readResult({ option: '--only-failed', file: onlyFailed }),
    }),
  };
}

/** A result of another API is a mistake. */
export function requireApi({ baseline, failed }: EarlierRuns, api: Api): void {
  for (const read of [baseline, failed]) if (read !== undefined) requireSameApi(read, api);
}

/**
 * The result of this run, and what it says beside those.
 * @param unsent what failed and was not sent again
 */
export function compare(
  judged: RunResult,
  { baseline, failed }: EarlierRuns,
  { unsent, strict }: { readonly unsent: readonly Unsent[]; readonly strict: boolean },
): RunResult {
  const compared = baseline === undefined ? judged : compareWith(judged, baseline.earlier);
  if (failed === undefined) return compared;
  const result = { ...compared, onlyFailed: failed.named.file, unsent };
  return { ...result, exitCode: exitCodeAfter(result, strict) };
}
