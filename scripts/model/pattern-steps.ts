/** What can't be judged: a pattern that is too large or has references to groups, or a schema that takes too long. */
export class Unjudged extends Error {}

/** The step budget of one analysis. `take` throws Unjudged when it is used up. */
export type Steps = { readonly take: (count: number) => void };

/** Ordinary patterns need a few thousand steps. A pattern that uses all of them takes about 10 ms. */
const mostSteps = 30_000;

/** One budget for a whole analysis: its parts repeat each other, so a limit for each part would not limit their sum. */
export function countSteps(most = mostSteps): Steps {
  let left = most;
  return {
    take: (count) => {
      left -= count;
      if (left < 0) throw new Unjudged();
    },
  };
}
