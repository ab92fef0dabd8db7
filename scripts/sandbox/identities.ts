import type { List } from '../model/contract.ts';
import { at } from './at.ts';
import { type Held, show } from './hold.ts';

/** The identities of items, as text. */
export function identitiesOf(items: readonly unknown[], { identity }: List): string[] {
  return items.map((item) => String(at(item, identity)));
}

/** No item stands there more than once. */
export function eachOnce(items: readonly unknown[], list: List): Held {
  const all = identitiesOf(items, list);
  const seen = new Set<string>();
  const twice = all.filter((identity) => seen.size === seen.add(identity).size)[0];
  if (twice === undefined) return 'held';
  const message = `${list.identity} ${twice} stands in the list more than once`;
  return { message, expected: 'each item once', actual: show(twice) };
}
