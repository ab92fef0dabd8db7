import type { List } from '../model/contract.ts';
import { type ClauseResult, show } from './clause-result.ts';
import { at } from './value-at.ts';

/** The identities of the items that have one, as text. */
export function identitiesOf(items: readonly unknown[], { identity }: List): string[] {
  return items
    .map((item) => at(item, identity))
    .filter((value) => value !== undefined)
    .map(String);
}

/** Whether every item has an identity. */
export function areNamed(items: readonly unknown[], list: List): boolean {
  return identitiesOf(items, list).length === items.length;
}

/** No item is in the list more than once. */
export function eachOnce(items: readonly unknown[], list: List): ClauseResult {
  const all = identitiesOf(items, list);
  const seen = new Set<string>();
  const twice = all.filter((identity) => seen.size === seen.add(identity).size)[0];
  if (twice === undefined && all.length === items.length) return 'held';
  if (twice === undefined) {
    const lacking = `${items.length - all.length} of ${items.length} items have no ${list.identity}`;
    return {
      inconclusive: `${lacking}: they cannot be told apart, and the list cannot be compared with other responses`,
    };
  }
  const message = `${list.identity} ${twice} is in the list more than once`;
  return { message, expected: 'each item once', actual: show(twice) };
}
