import type { Filter } from '../model/contract.ts';
import { momentOf } from './moment.ts';
import { at } from './value-at.ts';

/** Whether an item of the filtered list satisfies the filter; undefined where it has no property that shows it. */
export function matchesFilter(filter: Filter, item: unknown, sent: string): boolean | undefined {
  if (filter.keep === 'apart') return undefined;
  if (filter.keep === 'counts') return countsOf(filter.counts, item, sent);
  const actual = at(item, filter.property);
  if (actual === undefined) return undefined;
  if (filter.keep === 'equals') return same(actual, spelled(filter.spelled, sent));
  if (filter.keep === 'contains')
    return actual !== null && String(actual).toLowerCase().indexOf(sent.toLowerCase()) >= 0;
  return compares[filter.keep](momentOf(actual), momentOf(sent));
}

const compares = {
  'at-or-after': (a: number, b: number) => a >= b,
  after: (a: number, b: number) => a > b,
  'at-or-before': (a: number, b: number) => a <= b,
  before: (a: number, b: number) => a < b,
} as const;

/** A value may be several, with commas between: one of them is enough. */
function same(actual: unknown, wanted: readonly string[]): boolean {
  return wanted.indexOf(String(actual)) >= 0;
}

function spelled(spellings: Readonly<Record<string, string>>, sent: string): string[] {
  const all = [sent, ...sent.split(',')];
  return all.map((word) => spellings[word] || word);
}

/** The item counts the value, and none of the other ones. */
function countsOf(
  counts: Readonly<Record<string, string>>,
  item: unknown,
  sent: string,
): boolean | undefined {
  const own = counts[sent];
  if (own === undefined) return false;
  if (at(item, own) === undefined) return undefined;
  const others = Object.keys(counts).filter((value) => counts[value] !== own);
  return Number(at(item, own)) > 0 && others.every((value) => !(Number(at(item, counts[value] || '')) > 0));
}

/** The pointer to the property that shows whether an item satisfies the filter; undefined where there is none. */
export function propertyOf(filter: Filter, sent: string): string | undefined {
  if (filter.keep === 'apart') return undefined;
  return filter.keep === 'counts' ? filter.counts[sent] : filter.property;
}

/** Whether the filter selects an item of the unfiltered list. */
export function selects(filter: Filter, item: unknown, sent: string): boolean | undefined {
  if (filter.keep !== 'counts') return matchesFilter(filter, item, sent);
  const own = filter.counts[sent];
  return own === undefined || at(item, own) === undefined ? undefined : Number(at(item, own)) > 0;
}
