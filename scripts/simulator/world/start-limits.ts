import { createLimiter } from './limiter.ts';

/** The documented limits of starting rivers, both within a minute. */
export type StartLimits = {
  /** Counts a start, or says why it may not be and for how many seconds. */
  readonly take: (
    river: string,
    user: string,
  ) => { readonly sentence: string; readonly wait: number } | undefined;
};

/** A river twice a minute, and rivers 15 times a minute for a user. */
export function createStartLimits(clock: () => number): StartLimits {
  const byRiver = createLimiter(2, 60, clock);
  const byUser = createLimiter(15, 60, clock);

  return {
    take: (river, user) => {
      const waits = [
        { sentence: 'This river was run twice within a minute', wait: byRiver.wait(river) },
        { sentence: 'Rivers were run 15 times within a minute', wait: byUser.wait(user) },
      ];
      const limited = waits.find(({ wait }) => wait > 0);
      if (limited === undefined) {
        byRiver.record(river);
        byUser.record(user);
      }
      return limited;
    },
  };
}
