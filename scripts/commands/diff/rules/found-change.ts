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
