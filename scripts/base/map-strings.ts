/**
 * Applies `change` to every string, including keys, of plain data without cycles. Unchanged parts are not copied. Keys
 * that become equal are numbered, so that no entry is lost.
 */
export function mapStrings<T>(value: T, change: (text: string) => string): T;
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => mapStrings(item, change));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = new Map<string, unknown>();
  let isSame = true;
  for (const [key, item] of Object.entries(value)) {
    const [name, changed] = [unused(change(key), entries), mapStrings(item, change)];
    entries.set(name, changed);
    isSame &&= name === key && changed === item;
  }
  return isSame ? value : Object.fromEntries(entries);
}

function unused(key: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(key)) return key;
  let number = 2;
  while (taken.has(`${key} (${number})`)) number += 1;
  return `${key} (${number})`;
}
