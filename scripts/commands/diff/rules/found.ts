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
