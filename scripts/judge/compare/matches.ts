import { isBeyondLimit } from '../../model/beyond-limit.ts';
import type { Deviation, Difference, Finding } from '../../model/run-result.ts';

/** The name by which the table of known deviations accepts differences between regions. */
export const parityCheck = 'parity';

type Found = Pick<Finding, 'region' | 'operationId' | 'case' | 'check' | 'pointer' | 'message'> & {
  readonly severity: string;
};

/** Whether the entry is about the finding. It accepts an inconclusive check only if it quotes the message. */
export function isAboutFinding(entry: Deviation, { region, operationId, check, ...more }: Found): boolean {
  const isOpen = more.severity === 'inconclusive' && entry.message !== undefined;
  return (
    (more.severity === 'failed' || more.severity === 'drift' || isOpen) &&
    (entry.region === 'all' || entry.region === region) &&
    entry.operation === operationId &&
    entry.check === check &&
    (entry.case ?? more.case) === more.case &&
    (entry.pointer ?? more.pointer) === more.pointer &&
    isQuoted(entry.message, more.message)
  );
}

/** Parts of messages in earlier versions, which tables of known deviations may quote, and what they are now. */
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
  ['the answer cannot be read', 'the response cannot be read'],
  ['no answer shows whether it holds', 'no response shows whether it holds'],
  ['an answer that has what it compares', 'a response with the values that it compares'],
  ['headers of more than 16 KiB', 'headers of more than 128 KiB'],
  ['it is declared as', 'the body is declared as'],
];

/** Whether the message contains the part, now or in its earlier wording. One about findings beyond a limit must be quoted from its start. */
function isQuoted(part: string | undefined, message: string): boolean {
  if (part === undefined) return true;
  if (isBeyondLimit(message) && !isBeyondLimit(part)) return false;
  const earlier = reworded.reduce((text, [before, now]) => text.replaceAll(now, before), message);
  return message.includes(part) || earlier.includes(part);
}

/** Whether the entry is about the difference. Its region may be any of those that differ. */
export function isAboutDifference(entry: Deviation, { operationId, regions, ...more }: Difference): boolean {
  return (
    entry.check === parityCheck &&
    (entry.region === 'all' || Object.hasOwn(regions, entry.region)) &&
    entry.operation === operationId &&
    (entry.case ?? more.case) === more.case &&
    (entry.pointer ?? more.where) === more.where
  );
}
