/** A pattern that can't be judged: it is too large, or it has references to groups. */
export class Unjudged extends Error {}

/** The step budget of one analysis. `take` throws Unjudged when it is used up. */
export type Steps = { readonly take: (count: number) => void };

/** Ordinary patterns need a few thousand steps. A pattern that uses all of them takes about 10 ms. */
const mostSteps = 30_000;

/** One budget for a whole analysis: its parts repeat each other, so a limit for each part would not limit their sum. */
export function countSteps(): Steps {
  let left = mostSteps;
  return {
    take: (count) => {
      left -= count;
      if (left < 0) throw new Unjudged();
    },
  };
}
