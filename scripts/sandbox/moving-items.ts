import type { List } from '../model/contract.ts';
import { at } from './value-at.ts';

/** The items that may be otherwise by the next request, without anyone's doing. */
export function movingIn({ moving }: List, items: readonly unknown[]): unknown[] {
  return items.filter((item) =>
    Object.keys(moving).some((pointer) => (moving[pointer] || []).indexOf(at(item, pointer)) >= 0),
  );
}
