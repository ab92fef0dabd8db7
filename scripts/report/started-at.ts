import type { RunResult } from '../model/run-result.ts';

/** When the first request was sent (RFC 3339, in UTC); undefined where none was. */
export function startedAt({ exchanges }: Pick<RunResult, 'exchanges'>): string | undefined {
  return exchanges.map((one) => one.startedAt).toSorted()[0];
}
