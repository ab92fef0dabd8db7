/** A named value of a part, such as a keyword. */
export type NamedValue = { readonly what: string; readonly value: string };

/** The sentence for a value that is new, gone or changed. */
export function toChangeText(
  name: string,
  before: NamedValue | undefined,
  now: NamedValue | undefined,
): string {
  if (before === undefined) return now === undefined ? name : `${name} has a new ${toText(now)}`;
  if (now === undefined) return `${name} no longer has ${toText(before)}`;
  return `${name} has ${toText(now)} instead of ${now.what === before.what ? before.value : toText(before)}`;
}

function toText({ what, value }: NamedValue): string {
  return `${what} ${value}`;
}
