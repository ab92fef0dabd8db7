import { joinPointer } from '../../../base/pointer.ts';
import type { Spec } from '../../../model/spec.ts';

/** The same part of both descriptions. */
export type Pair<T> = { readonly base: T; readonly revision: T };

/** Where something is written, and in which of the two descriptions. */
export type ChangePlace = { readonly written: keyof Pair<unknown>; readonly pointer: string };

/** A change at one place where it shows. */
export type FoundChange = {
  readonly breaking: boolean;
  readonly text: string;
  /** The same, said of the component in which it is written. */
  readonly shared?: string;
  readonly side?: 'request' | 'response';
  readonly place: ChangePlace;
};

/** How a change is told where it shows only there. */
export function say(text: string, breaking: boolean, place: ChangePlace): FoundChange {
  return { text, breaking, place };
}

/** Where a key of a part is written: in the new description, or else in the earlier one; without it the part. */
export function placeOf(
  specs: Pair<Spec>,
  { base, revision }: { readonly base?: object | undefined; readonly revision?: object | undefined },
  ...keys: readonly string[]
): ChangePlace {
  if (revision !== undefined) {
    return { written: 'revision', pointer: joinPointer(specs.revision.pointerOf(revision), ...keys) };
  }
  const pointer = base === undefined ? '' : specs.base.pointerOf(base);
  return { written: 'base', pointer: joinPointer(pointer, ...keys) };
}

/** Where a key of a part that both have is written; the part where neither has it. */
export function keyPlace(specs: Pair<Spec>, { base, revision }: Pair<object>, key: string): ChangePlace {
  if (key in revision) return placeOf(specs, { revision }, key);
  return key in base ? placeOf(specs, { base }, key) : placeOf(specs, { revision });
}

/** A change of a key of a part; false where there is none. */
export type KeyChange = readonly [key: string, text: string, breaking: boolean] | false;

/** The changes of a part that both have, each at its key. */
export function sayRows(specs: Pair<Spec>, parts: Pair<object>, rows: readonly KeyChange[]): FoundChange[] {
  return rows.flatMap((row) => (row === false ? [] : [say(row[1], row[2], keyPlace(specs, parts, row[0]))]));
}

/** Pairs of what has the same key, by the first key that both have; and what is left of both. */
export function matchBy<T>(
  before: readonly T[],
  now: readonly T[],
  keys: readonly ((one: T) => string)[],
): { readonly pairs: Pair<T>[]; readonly gone: T[]; readonly added: T[] } {
  const pairs: Pair<T>[] = [];
  const [gone, added] = [new Set(before), new Set(now)];
  for (const keyOf of keys) {
    for (const base of gone) {
      const revision = [...added].find((one) => keyOf(one) === keyOf(base));
      if (revision === undefined) continue;
      pairs.push({ base, revision });
      gone.delete(base);
      added.delete(revision);
    }
  }
  return { pairs, gone: [...gone], added: [...added] };
}
