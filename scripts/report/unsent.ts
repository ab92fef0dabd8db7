import { count } from '../base/words.ts';
import type { RunResult, Unsent } from '../model/run-result.ts';

/** What failed in an earlier run and was not sent again, each with the reason; at most so many of them. */
export function unsentList(unsent: readonly Unsent[], most = unsent.length): string {
  const words = unsent
    .slice(0, most)
    .map(({ region, operationId, case: name, reason }) => `${operationId} (${name}) in ${region}: ${reason}`);
  const more = unsent.length > most ? [`${unsent.length - most} more, in result.json`] : [];
  return [...words, ...more].join('; ');
}

/** What a run of only what failed sent and what it did not, in a sentence or two; nothing of any other run. */
export function onlyFailedSentences({ onlyFailed, unsent = [] }: RunResult): string[] {
  if (onlyFailed === undefined) return [];
  const only = `Only what failed in ${onlyFailed} was sent again.`;
  if (unsent.length === 0) return [only];
  return [
    only,
    `${count(unsent.length, 'failed case')} ${unsent.length === 1 ? 'was' : 'were'} not: ${unsentList(unsent, 3)}.`,
  ];
}
