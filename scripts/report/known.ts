import { count } from '../base/words.ts';
import type { Accepted, RunResult, Stale } from '../model/run-result.ts';

/** Those that are not known deviations, and so count. */
export function unaccepted<T extends { readonly accepted?: Accepted }>(all: readonly T[]): T[] {
  return all.filter(({ accepted }) => accepted === undefined);
}

/** Why something is accepted, and how long. */
export function termOf({ reason, expires }: Accepted): string {
  return `${reason} (until ${expires})`;
}

/** How an entry of the table is to be changed. */
export function adviceOn({ why, expires }: Stale): string {
  return why === 'no longer fails'
    ? 'no finding matches it any more. Remove it, or correct its `message` or `pointer`'
    : `it expired on ${expires}. Fix what it is about, or extend it`;
}

/** What is wrong with the table, in a sentence or two. */
export function staleSentences({ stale = [] }: RunResult): string[] {
  return (['no longer fails', 'has expired'] as const).flatMap((why) => {
    const number = stale.filter((entry) => entry.why === why).length;
    const words =
      number === 1 ? why : { 'no longer fails': 'no longer fail', 'has expired': 'have expired' }[why];
    return number === 0 ? [] : [`${count(number, 'known deviation')} ${words}.`];
  });
}
