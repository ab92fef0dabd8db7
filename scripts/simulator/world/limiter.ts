/** Allows `times` actions for each key within `seconds`. */
export type Limiter = {
  /** Seconds until the next action is allowed; 0 if it is allowed now. */
  readonly wait: (key: string) => number;
  readonly record: (key: string) => void;
};

/** A limiter with a sliding window. The clock returns milliseconds. */
export function createLimiter(times: number, seconds: number, clock: () => number): Limiter {
  const done = new Map<string, readonly number[]>();
  const recent = (key: string): readonly number[] =>
    (done.get(key) ?? []).filter((at) => at > clock() - seconds * 1000);

  return {
    wait: (key) => {
      const oldest = recent(key).at(-times);
      return oldest === undefined ? 0 : Math.ceil((oldest + seconds * 1000 - clock()) / 1000);
    },
    record: (key) => {
      done.set(key, [...recent(key), clock()]);
    },
  };
}
