import { joinPointer } from '../../../base/pointer.ts';
import type { Spec } from '../../../model/spec.ts';

/** The same part of both specs. */
export type Pair<T> = { readonly base: T; readonly revision: T };

/** The location of something, and in which of the two specs it is. */
export type ChangePlace = { readonly written: keyof Pair<unknown>; readonly pointer: string };

/** A change at one of the places that show it. */
export type FoundChange = {
  readonly breaking: boolean;
  readonly text: string;
  /** The same text about the component that contains the change. */
  readonly shared?: string;
  readonly side?: 'request' | 'response';
  readonly place: ChangePlace;
};

/** A change that only one place shows. */
export function plainChange(text: string, breaking: boolean, place: ChangePlace): FoundChange {
  return { text, breaking, place };
}

/** The location of a key of a part, in the new spec or else in the earlier one. Without keys, that of the part. */
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

/** The location of a key of a part that both specs have, or of the part if neither has the key. */
export function keyPlace(specs: Pair<Spec>, { base, revision }: Pair<object>, key: string): ChangePlace {
  if (key in revision) return placeOf(specs, { revision }, key);
  return key in base ? placeOf(specs, { base }, key) : placeOf(specs, { revision });
}

/** A change of a key of a part; false where there is none. */
export type KeyChange = readonly [key: string, text: string, breaking: boolean] | false;

/** The changes of a part that both have, each at its key. */
export function sayRows(specs: Pair<Spec>, parts: Pair<object>, rows: readonly KeyChange[]): FoundChange[] {
  return rows.flatMap((row) =>
    row === false ? [] : [plainChange(row[1], row[2], keyPlace(specs, parts, row[0]))],
  );
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
