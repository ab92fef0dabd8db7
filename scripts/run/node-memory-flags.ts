import { setFlagsFromString } from 'node:v8';

/**
 * Left to itself V8 waits for several hundred megabytes of garbage, where each answer is large. A heap that grows by a
 * fifth at a time takes about as long.
 */
const slowGrowth = '--heap-growing-percent=20';

/** Options of Node's for a process that is to stay small. */
export const thriftyOptions: readonly string[] = [slowGrowth, '--max-semi-space-size=4'];

/** The same for this process, as far as that can be changed once it runs. */
export function beThrifty(): void {
  setFlagsFromString(slowGrowth);
}
