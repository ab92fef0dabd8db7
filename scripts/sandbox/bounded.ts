import type { Outcome } from '../model/outcome.ts';

/** Outcomes of one kind. A response may give any number of them, and nobody reads a thousand. */
const most = 10;

/**
 * All outcomes, but of those of a kind only the first ones, and one that says how many more there are.
 * @param what these are about, in the plural
 */
export function bounded(
  outcomes: readonly Outcome[],
  what: string,
  isOne: (outcome: Outcome) => boolean = () => true,
): Outcome[] {
  const all = outcomes.filter(isOne);
  const rest = all.slice(most);
  const next = rest.find(({ verdict }) => verdict === 'failed') ?? rest[0];
  if (next === undefined || rest.length === 1) return [...outcomes];
  const { check, verdict, pointer } = next;
  const more: Outcome = {
    check,
    verdict,
    message: `and ${rest.length} more ${what}`,
    expected: `no more than ${most} ${what}`,
    actual: `${all.length} ${what}`,
    ...(pointer !== undefined && { pointer }),
  };
  const dropped = new Set(rest);
  return [...outcomes.filter((outcome) => !dropped.has(outcome)), more];
}
