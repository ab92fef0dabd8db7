import { joinPointer } from '../../../base/pointer.ts';
import type { Spec } from '../../../model/spec.ts';
import type { ChangeRule, Side } from './change-rules.ts';
import type { Pair } from './pair.ts';

/** The location of something, and in which of the two specs it is. */
export type ChangePlace = { readonly written: keyof Pair<unknown>; readonly pointer: string };

/** A change at one of the places that show it. */
export type FoundChange = {
  readonly rule: ChangeRule;
  readonly text: string;
  /** The same text about the component that contains the change. */
  readonly shared?: string;
  readonly side?: Side;
  readonly place: ChangePlace;
};

/** A change that only one place shows. */
export function plainChange(rule: ChangeRule, text: string, place: ChangePlace): FoundChange {
  return { rule, text, place };
}

/** A part that one of the specs may not have. */
type OptionalPair = Pair<object | undefined>;

/** The location of a key of a part, in the new spec or else in the earlier one. Without keys, that of the part. */
export function placeOf(specs: Pair<Spec>, parts: Partial<OptionalPair>, ...keys: string[]): ChangePlace {
  const { base, revision } = parts;
  if (revision !== undefined) {
    return { written: 'revision', pointer: joinPointer(specs.revision.pointerOf(revision), ...keys) };
  }
  const pointer = base === undefined ? '' : specs.base.pointerOf(base);
  return { written: 'base', pointer: joinPointer(pointer, ...keys) };
}

/** The location of a key of a part; of the part itself if both specs have it, but not the key. */
export function keyPlace(specs: Pair<Spec>, parts: OptionalPair, key: string): ChangePlace {
  const { base, revision } = parts;
  if (base === undefined || revision === undefined || key in revision) return placeOf(specs, parts, key);
  return key in base ? placeOf(specs, { base }, key) : placeOf(specs, { revision });
}

/** A change of a key of a part; false where there is none. */
export type KeyChange = readonly [key: string, text: string, rule: ChangeRule] | false;

/** The changes of a part that both have, each at its key. */
export function keyChanges(
  specs: Pair<Spec>,
  parts: OptionalPair,
  rows: readonly KeyChange[],
): FoundChange[] {
  return rows
    .filter((row) => row !== false)
    .map(([key, text, rule]) => plainChange(rule, text, keyPlace(specs, parts, key)));
}

/** What is said of something that must now be there, and of something that need not be. */
export const presence = {
  request: { required: 'is now required', optional: 'may now be left out' },
  response: { required: 'is now always there', optional: 'may now be missing' },
} as const;

type Flags = { readonly required?: boolean | undefined };

/** The row of `required`: a new need breaks requests, and a lost promise breaks responses. */
export function requiredRow(
  name: string,
  side: Side,
  subject: 'parameter' | 'request-header' | 'response-header',
  { base, revision }: Pair<Flags>,
): KeyChange {
  const isRequired = revision.required === true;
  if (isRequired === (base.required === true)) return false;
  const need = isRequired ? 'required' : 'optional';
  return ['required', `${name} ${presence[side][need]}`, `${subject}-${need}`];
}

/** A named value of a part, such as a keyword. */
export type NamedValue = { readonly what: string; readonly value: string };

/** The sentence for a value that is new, gone or changed. */
export function toChangeText(name: string, before?: NamedValue, now?: NamedValue): string {
  if (before === undefined) return now === undefined ? name : `${name} has a new ${toText(now)}`;
  if (now === undefined) return `${name} no longer has ${toText(before)}`;
  return `${name} has ${toText(now)} instead of ${now.what === before.what ? before.value : toText(before)}`;
}

function toText({ what, value }: NamedValue): string {
  return `${what} ${value}`;
}
