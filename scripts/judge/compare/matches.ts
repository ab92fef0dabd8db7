import { isBeyondLimit } from '../../model/beyond-limit.ts';
import type { Deviation, Difference, Finding } from '../../model/run-result.ts';

/** The check of what regions answer in different ways. */
export const parityCheck = 'parity';

type Found = Pick<Finding, 'region' | 'operationId' | 'case' | 'check' | 'pointer' | 'message'> & {
  readonly severity: string;
};

/** Whether the entry is about what does not hold there, or can't be judged, which it must name by its message. */
export function isAboutFinding(entry: Deviation, { region, operationId, check, ...more }: Found): boolean {
  const isOpen = more.severity === 'inconclusive' && entry.message !== undefined;
  return (
    (more.severity === 'failed' || more.severity === 'drift' || isOpen) &&
    (entry.region === 'all' || entry.region === region) &&
    entry.operation === operationId &&
    entry.check === check &&
    (entry.case ?? more.case) === more.case &&
    (entry.pointer ?? more.pointer) === more.pointer &&
    isSaid(entry.message, more.message)
  );
}

/** What is not listed is accepted by a part of a message only if that speaks of it, and not because of a word in it. */
function isSaid(part: string | undefined, message: string): boolean {
  if (part === undefined) return true;
  return message.includes(part) && (!isBeyondLimit(message) || isBeyondLimit(part));
}

/** Whether the entry is about the difference; its region is one of those that are told apart. */
export function isAboutDifference(entry: Deviation, { operationId, regions, ...more }: Difference): boolean {
  return (
    entry.check === parityCheck &&
    (entry.region === 'all' || Object.hasOwn(regions, entry.region)) &&
    entry.operation === operationId &&
    (entry.case ?? more.case) === more.case &&
    (entry.pointer ?? more.where) === more.where
  );
}
