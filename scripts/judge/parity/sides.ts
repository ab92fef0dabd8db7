import type { CaseResult, Difference } from '../../model/run-result.ts';

/** What each region answered. */
export type Sides = readonly { readonly region: string; readonly answers: readonly CaseResult[] }[];

/** A difference in what all answers have in common. */
export type FoundDifference = Pick<Difference, 'what' | 'where' | 'regions'>;
