import type { RegionResult } from '../model/run-result.ts';

/** Whether a region could not be judged, or not in full. */
export function isOpen({ verdict, checks }: RegionResult): boolean {
  return verdict === 'unreachable' || verdict === 'inconclusive' || checks === 0;
}

/** Why it could not, and what to do. */
export function reasonOf({ reason, checks }: RegionResult): string {
  return reason ?? (checks === 0 ? 'nothing was checked' : 'some checks could not be made');
}
