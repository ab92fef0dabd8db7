let isFast = false;

/**
 * Runs timers without a delay at once, so that a request takes a third of the time: newman chains seven of them, of one
 * millisecond each. Only for local regions; call it before newman is loaded.
 */
export function speedUpTimers(): void {
  if (isFast) return;
  isFast = true;
  const { setTimeout: later, clearTimeout: clear } = globalThis;
  const immediates = new Set<unknown>();
  const soon = (callback: (...values: unknown[]) => void, ms?: number, ...values: unknown[]): unknown => {
    if (ms !== undefined && ms > 1) return later(callback, ms, ...values);
    const immediate = setImmediate(() => {
      immediates.delete(immediate);
      callback(...values);
    });
    immediates.add(immediate);
    return immediate;
  };
  const stop = (timer: Parameters<typeof clear>[0]): void => {
    for (const immediate of immediates) {
      if (immediate !== timer || !(immediate instanceof Immediate)) continue;
      clearImmediate(immediate);
      immediates.delete(immediate);
      return;
    }
    clear(timer);
  };
  Object.assign(globalThis, { setTimeout: Object.assign(soon, later), clearTimeout: stop });
}

const Immediate = immediateClass();

/** Node does not export this class. */
function immediateClass(): new () => NodeJS.Immediate {
  const one = setImmediate(() => undefined);
  clearImmediate(one);
  return Object.getPrototypeOf(one).constructor;
}
