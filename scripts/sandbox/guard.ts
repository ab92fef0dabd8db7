import type { Pm } from './pm.ts';

/** Doesn't send the request unless the variable says `true`: it has a price. */
export function guard(pm: Pm, variable: string): void {
  if (String(pm.variables.get(variable)) === 'true') return;
  console.warn(`Not sent, because it has a price. Set \`${variable}\` to true to send it.`);
  pm.execution.skipRequest();
}
