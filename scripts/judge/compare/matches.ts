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

/** Parts of messages as earlier versions wrote them, which tables of known deviations may quote, and as they are now. */
export const reworded: readonly (readonly [before: string, now: string])[] = [
  ['the answer tells of the inside of the server', 'the response reveals the inside of the server'],
  ['the answer took too long', 'the response took too long'],
  ['was another one just before', 'was different just before'],
  ['the media type is not said', 'there is no Content-Type'],
  ['and it is answered', 'and it is not refused'],
  ['stands in the list more than once', 'is in the list more than once'],
  ['it does not say the same as in the list', 'it is not the same as in the list'],
  ['the page is larger than asked for', 'the page is larger than requested'],
  ['tells the number of the page', 'is the number of the page'],
  ['the part of the whole list that was asked for', 'the part of the whole list that the request selects'],
  ['nor the list be compared with other answers', 'and the list cannot be compared with other responses'],
  ['nothing can be said: ask more slowly', 'nothing can be checked: send requests more slowly'],
  ['not in the order of time', 'not in chronological order'],
];

/** What is not listed is accepted by a part of a message only if that speaks of it, and not because of a word in it. */
function isSaid(part: string | undefined, message: string): boolean {
  if (part === undefined) return true;
  const parts = [part, ...reworded.map(([before, now]) => part.replace(before, now))];
  return parts.some((one) => message.includes(one) && (!isBeyondLimit(message) || isBeyondLimit(one)));
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
