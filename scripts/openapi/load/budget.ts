/** The remaining cost of reading a spec with all files that it refers to. Readers and parsers reduce it. */
export type Budget = { bytes: number; tokens: number; copies: number };

/** For one file and for all together. The largest public specs have a quarter of it. */
export const mostBytes = 64_000_000;

/** The largest public specs have 1.9 million; a million takes 3 to 4 seconds. */
export const mostTokens = 3_000_000;

/** The most nodes that aliases may repeat. */
const mostCopies = 1_000_000;

/** The budget of one spec. */
export function newBudget(): Budget {
  return { bytes: mostBytes, tokens: mostTokens, copies: mostCopies };
}
