import { bodyOf, replaceWith } from '../change.ts';
import { onStatus } from '../conditions.ts';
import type { FaultChange } from '../fault.ts';
import { respondWithQuery } from '../other-requests.ts';

export const serverError = replaceWith(500, { detail: 'Internal Server Error' });

/** Applies the change to 422 responses whose only issues are of these types, in this parameter. */
export function onIssue(
  name: string,
  types: readonly string[],
  change: FaultChange,
  ...operations: readonly string[]
): FaultChange {
  const matches = (issue: unknown): boolean =>
    isIssue(issue) && issue.loc.at(-1) === name && types.includes(issue.type);
  const only: FaultChange = (response, exchange) => {
    const { detail } = bodyOf(response);
    return Array.isArray(detail) && detail.every(matches) ? change(response, exchange) : response;
  };
  return onStatus(422, only, ...operations);
}

/** Responds as if the parameter had not been sent. */
export function withoutParameter(name: string): FaultChange {
  return (_, exchange) => respondWithQuery(exchange, { [name]: undefined });
}

function isIssue(
  candidate: unknown,
): candidate is { readonly type: string; readonly loc: readonly unknown[] } {
  return (
    typeof candidate === 'object' && candidate !== null && 'loc' in candidate && Array.isArray(candidate.loc)
  );
}
