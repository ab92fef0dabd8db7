/** What reading a spec with all the files that it refers to may still cost. Readers and parsers take from it. */
export type Budget = { bytes: number; tokens: number; copies: number };

/** By file or in all; the largest public specs have a quarter of it. */
export const mostBytes = 64_000_000;

/** The largest public specs have 1.9 million; a million takes 3 to 4 seconds. */
export const mostTokens = 3_000_000;

/** Nodes that aliases repeat. */
const mostCopies = 1_000_000;

/** The budget of one spec. */
export function newBudget(): Budget {
  return { bytes: mostBytes, tokens: mostTokens, copies: mostCopies };
}
