/** Something that is said of a part: what it is, as it is shown, and its value. */
export type NamedValue = { readonly what: string; readonly value: string };

/** How a clause that stands for itself is told: it is new, gone, or another one. */
export function became(name: string, before: NamedValue | undefined, now: NamedValue | undefined): string {
  if (before === undefined) return now === undefined ? name : `${name} has a new ${toText(now)}`;
  if (now === undefined) return `${name} no longer has ${toText(before)}`;
  return `${name} has ${toText(now)} instead of ${now.what === before.what ? before.value : toText(before)}`;
}

function toText({ what, value }: NamedValue): string {
  return `${what} ${value}`;
}
