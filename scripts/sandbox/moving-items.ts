import type { List } from '../model/contract.ts';
import { at } from './value-at.ts';

/** The items that may change by themselves until the next request. */
export function movingIn({ moving }: List, items: readonly unknown[]): unknown[] {
  return items.filter((item) =>
    Object.keys(moving).some((pointer) => (moving[pointer] || []).indexOf(at(item, pointer)) >= 0),
  );
}
