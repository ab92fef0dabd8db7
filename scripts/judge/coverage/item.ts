import type { Operation } from '../../model/api.ts';
import type { Gap } from '../../model/run-result.ts';
import type { Evidence } from './evidence.ts';

/** Something documented. Without a gap it was exercised. */
export type CoverageItem = { readonly gap?: Gap };

/** Everything of a kind that an operation documents. */
export type CoverageKind = (operation: Operation, evidence: Evidence) => readonly CoverageItem[];

/** The item; what was not exercised says what it is and why. */
export function toItem(exercised: boolean, gap: () => Gap): CoverageItem {
  return exercised ? {} : { gap: gap() };
}
