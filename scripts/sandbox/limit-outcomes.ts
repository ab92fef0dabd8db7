import { groupBy } from '../base/group-by.ts';
import { moreThan } from '../model/beyond-limit.ts';
import type { Outcome } from '../model/outcome.ts';

/** Outcomes of one clause. A response may cause any number of them, and nobody reads a thousand. */
const most = 10;

/**
 * Keeps the first outcomes of each check, clause and verdict, and replaces the others with one. That one names the same
 * clause, because a known deviation must not accept another one.
 * @param what these are about, in the plural
 */
export function limitOutcomes(
  outcomes: readonly Outcome[],
  what: string,
  isOne: (outcome: Outcome) => boolean = () => true,
): Outcome[] {
  const ofClause = ({ check, verdict, pointer }: Outcome) => JSON.stringify([check, verdict, pointer]);
  const groups = groupBy(outcomes.filter(isOne), ofClause).filter(({ length }) => length > most);
  const dropped = new Set(groups.flatMap((group) => group.slice(most)));
  return [
    ...outcomes.filter((outcome) => !dropped.has(outcome)),
    ...groups.flatMap((group) => others(group, what)),
  ];
}

/** Also replaces a single outcome: which ones are listed must not depend on how many there are. */
function others([first, ...rest]: readonly Outcome[], what: string): Outcome[] {
  if (first === undefined) return [];
  const { check, verdict, pointer } = first;
  return [
    {
      check,
      verdict,
      message: moreThan(most, what),
      expected: `no more than ${most} ${what}`,
      actual: `${rest.length + 1} ${what}`,
      ...(pointer !== undefined && { pointer }),
    },
  ];
}
