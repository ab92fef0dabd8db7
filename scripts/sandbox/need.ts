import type { Pm } from './pm.ts';

/**
 * Runs before a request that takes values from earlier answers: without them nothing is sent, and a failing test
 * says why.
 */
export function need(pm: Pm, names: readonly string[]): void {
  const missing = names.filter((name) => pm.variables.get(name) === undefined);
  if (missing.length === 0) return;
  const reason = `earlier answers gave no value for ${missing.join(', ')}: the list may be too short, lack the property, or not have been there`;
  pm.test(`not sent: ${reason}`, () => {
    throw new Error(reason);
  });
  pm.execution.skipRequest();
}
