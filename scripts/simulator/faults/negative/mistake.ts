import { askWith } from '../asked.ts';
import { bodyOf, instead } from '../change.ts';
import type { FaultChange } from '../fault.ts';
import { onStatus } from '../when.ts';

/** A mistake of the region in place of that of the caller. */
export const fail = instead(500, { detail: 'Internal Server Error' });

/** The change to refusals for the one reason that this parameter is wrong in one of these ways. */
export function onMistake(
  name: string,
  types: readonly string[],
  change: FaultChange,
  ...operations: readonly string[]
): FaultChange {
  const meant = (issue: unknown): boolean =>
    isIssue(issue) && issue.loc.at(-1) === name && types.includes(issue.type);
  const only: FaultChange = (answer, exchange) => {
    const { detail } = bodyOf(answer);
    return Array.isArray(detail) && detail.every(meant) ? change(answer, exchange) : answer;
  };
  return onStatus(422, only, ...operations);
}

/** As if the parameter had not been sent. */
export function leaveOut(name: string): FaultChange {
  return (_, exchange) => askWith(exchange, { [name]: undefined });
}

function isIssue(
  candidate: unknown,
): candidate is { readonly type: string; readonly loc: readonly unknown[] } {
  return (
    typeof candidate === 'object' && candidate !== null && 'loc' in candidate && Array.isArray(candidate.loc)
  );
}
